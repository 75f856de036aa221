package agency.steward.registration.look;

import agency.steward.credential.ApiKey;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Condition;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out where a credential leads, before anything is stored. */
@ApplicationScoped
public class Newcomers {
  private final Instantly instantly;
  private final LinkLook links;
  private final RegistrationConfig config;
  private final Clock clock;

  Newcomers(Instantly instantly, LinkLook links, RegistrationConfig config, Clock clock) {
    this.instantly = instantly;
    this.links = links;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Throws {@code CREDENTIAL_REJECTED}, {@code CREDENTIAL_SCOPE_MISSING} or {@code
   * WORKSPACE_PLAN_INACTIVE} for a key that leads nowhere.
   *
   * @param pointer where the key stands in what was sent
   */
  public Finding withKey(ApiKey key, String pointer) {
    InstantlyWorkspace there = instantly.with(key, deadline());
    Current current = attempt(() -> Current.in(there), e -> Refusals.ofKey(e, pointer));
    return finding(current, Scopes.seen(there, clock.instant()));
  }

  /**
   * Throws {@code GROUP_LINK_NOT_ACCEPTED} unless the link is accepted, and {@code
   * WORKSPACE_IDENTITY_MISMATCH} unless calls through it end up in the sub-workspace.
   */
  public Finding through(Workspace admin, InstantlyWorkspaceId sub) {
    Deadline deadline = deadline();
    links.require(admin, sub, deadline);
    InstantlyWorkspace there = instantly.through(admin, sub, deadline);
    return linked(prove(there, sub), Scopes.seen(there, clock.instant()));
  }

  /** As {@link #through} for a link that is known to be accepted: one call, the proof. */
  public Finding proven(Workspace admin, InstantlyWorkspaceId sub, Deadline deadline) {
    return linked(
        prove(instantly.through(admin, sub, deadline), sub),
        List.of(Condition.ok(Condition.Type.SCOPES, clock.instant())));
  }

  private static Current prove(InstantlyWorkspace there, InstantlyWorkspaceId sub) {
    Current current = attempt(() -> Current.in(there), Refusals::ofLink);
    if (!current.id().equals(sub)) {
      throw Refusals.notTheSub().thrown();
    }
    return current;
  }

  private Finding linked(Current current, List<Condition> scopes) {
    var more = new ArrayList<>(scopes);
    more.add(Condition.ok(Condition.Type.GROUP_LINK, clock.instant()));
    return finding(current, more);
  }

  /** A workspace that answered has a living key and a paid plan. */
  private Finding finding(Current current, List<Condition> more) {
    Instant now = clock.instant();
    var conditions = new ArrayList<>(more);
    conditions.add(Condition.ok(Condition.Type.CREDENTIAL, now));
    conditions.add(Condition.ok(Condition.Type.PLAN, now));
    if (conditions.stream().noneMatch(c -> c.type() == Condition.Type.SCOPES)) {
      conditions.add(Condition.ok(Condition.Type.SCOPES, now));
    }
    return new Finding(current.id(), current.name(), conditions);
  }

  private Deadline deadline() {
    return Deadline.in(config.lookDeadline());
  }

  private static <T> T attempt(
      Supplier<T> look, Function<InstantlyException, ProblemException> meaning) {
    try {
      return look.get();
    } catch (InstantlyException e) {
      throw meaning.apply(e);
    }
  }
}
