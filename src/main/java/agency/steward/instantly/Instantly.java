package agency.steward.instantly;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.instantly.door.Admission;
import agency.steward.instantly.door.Door;
import agency.steward.instantly.door.Keyring;
import agency.steward.instantly.pace.Buckets;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.pace.SystemTicker;
import agency.steward.instantly.send.Sender;
import agency.steward.instantly.share.ShareStore;
import agency.steward.instantly.share.Sharing;
import agency.steward.instantly.wire.Permit;
import agency.steward.instantly.wire.Wire;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The way to Instantly. Starts with the process, so that the first call need not wait for a share
 * of the quota.
 */
@Startup
@ApplicationScoped
public class Instantly {
  private static final int LAST = 4_000;
  private static final Duration TIDYING = Duration.ofMinutes(1);

  /** What fits into a header; anything else is no key of Instantly's. */
  private static final Pattern KEY = Pattern.compile("[!-~]{1,4096}");

  private final SystemTicker ticker = new SystemTicker();
  private final Wire wire;
  private final Shared shared;
  private final Admission admission;
  private final Sharing sharing;
  private final Pacing pacing;
  private final double perSecond;
  private final long lists;

  @Inject
  Instantly(
      Vertx vertx,
      MeterRegistry meters,
      Workspaces workspaces,
      Instance<Custody> custody,
      ShareStore shares,
      InstantlyConfig config,
      Clock clock) {
    var tuning = new Tuning(config);
    this.pacing = new Pacing(tuning.limits(), ticker);
    var proofs = new Proofs(config.identityMaxAge(), System::nanoTime);
    var keyring =
        new Keyring(custody::get, workspaces::find, workspaces::findNow, config.delegatedCharge());
    this.wire = new Wire(vertx, tuning.wire(), meters);
    this.shared =
        new Shared(
            new Sender(wire, pacing, tuning.retries(), clock, Instantly::random),
            keyring,
            new Findings(workspaces::observe, clock),
            proofs,
            config.maxPages());
    this.admission = new Admission(keyring);
    this.lists = tuning.lists();
    this.perSecond = tuning.limits().inTheLongRun();
    this.sharing = new Sharing(pacing, shares, tuning.share(), ticker);
    new PaceMeters(meters).of(pacing.buckets(), sharing);
    ticker.every(TIDYING, pacing.buckets()::forgetIdle);
    ticker.every(TIDYING, proofs::forgetOld);
    sharing.start();
  }

  private static double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  /** What each workspace's quota is used for. */
  Buckets buckets() {
    return pacing.buckets();
  }

  /** How many calls a second one workspace allows in the long run (facts.md 2). */
  public double perSecond() {
    return perSecond;
  }

  /** For lists that somebody reads at the same time. */
  public Gathering gathering() {
    return new Gathering(() -> lists);
  }

  /**
   * The same where others do so too.
   *
   * @param all how many there are now, of which each gets an equal part
   */
  public Gathering gathering(LongSupplier all) {
    return new Gathering(() -> lists / Math.max(1, all.getAsLong()));
  }

  /**
   * The workspace's own Instantly. A workspace that is not active, or whose admin workspace is not,
   * is refused with its code before any call.
   */
  public InstantlyWorkspace in(Workspace workspace, Deadline deadline) {
    return in(workspace, deadline, Priority.INTERACTIVE);
  }

  /** The same for calls that let others go first, because nobody waits for the answer. */
  public InstantlyWorkspace in(Workspace workspace, Deadline deadline, Priority priority) {
    return in(workspace, deadline, priority, Permit.ALWAYS);
  }

  /**
   * The same for calls that may have become pointless by the time it is their turn.
   *
   * @param permit asked last thing before each call; where it does not hold, the call fails as
   *     {@link InstantlyFailure.RateLimited} and has not been sent
   */
  public InstantlyWorkspace in(
      Workspace workspace, Deadline deadline, Priority priority, Permit permit) {
    admission.check(workspace);
    return bound(new Visit(new Door.Registered(workspace), deadline, priority, false, permit));
  }

  /**
   * Requests a list's first page if that is possible right now: the workspace is active, its own
   * key is at hand, and there is quota. Never waits.
   *
   * @param then called once, on an event loop or on the thread that cancels; must not throw
   * @return cancels the call; empty if it would have to wait, or if {@link #in} might throw
   */
  public Optional<Runnable> begin(
      Workspace workspace, Deadline deadline, FirstPage first, Consumer<Begun> then) {
    return Begun.begin(shared, workspace, deadline, first, then);
  }

  /**
   * As {@link #in}, but whatever the state of the workspace, to see whether it has recovered. A
   * successful {@code GET /workspaces/current} records credential, plan and link as sound.
   */
  public InstantlyWorkspace probing(Workspace workspace, Deadline deadline) {
    return bound(new Visit(new Door.Registered(workspace), deadline, Priority.INTERACTIVE, true));
  }

  /**
   * What a key leads to, before anything is registered. What cannot be a key is refused as {@link
   * InstantlyFailure.KeyInvalid} at once.
   */
  public InstantlyWorkspace with(ApiKey key, Deadline deadline) {
    var door = new Door.Bare(key);
    if (!KEY.matcher(key.reveal()).matches()) {
      throw new Faults(door).of(new InstantlyFailure.KeyInvalid(), 0, false);
    }
    return bound(new Visit(door, deadline, Priority.INTERACTIVE, false));
  }

  /** A sub workspace through a registered admin workspace, before anything is registered. */
  public InstantlyWorkspace through(Workspace admin, InstantlyWorkspaceId sub, Deadline deadline) {
    return bound(new Visit(new Door.Through(admin, sub), deadline, Priority.INTERACTIVE, false));
  }

  private InstantlyWorkspace bound(Visit visit) {
    return new BoundWorkspace(shared, visit);
  }

  /** From then on no interactive call waits for quota any more (see {@link Pacing#dismiss}). */
  void dismissIn(Duration time) {
    ticker.at(ticker.now() + time.toNanos(), () -> pacing.dismiss(Priority.INTERACTIVE));
  }

  /** After whoever still calls has stopped, and while the database can be told. */
  void leave(@Observes @jakarta.annotation.Priority(LAST) ShutdownEvent end) {
    sharing.close();
  }

  @PreDestroy
  void close() {
    ticker.close();
    wire.close();
  }
}
