package agency.steward.instantly.share;

import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.pace.Ticker;
import agency.steward.neighbour.Neighbours;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Shares a process's pacing with other replicas: a thread that writes down now and then what it
 * needs and learns what it has. Calls never wait for it, only for their turn.
 */
public final class Sharing implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Sharing.class);
  private static final int TRIES = 3;
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final UUID self = UUID.randomUUID();
  private final Pacing pacing;
  private final ShareStore store;
  private final ShareRules rules;
  private final Ticker ticker;
  private final Accord accord;
  private final Farewell farewell;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile boolean wanted;
  private boolean away;

  /** Nothing may be called until it has heard of the others, which {@link #start} begins. */
  public Sharing(Pacing pacing, ShareStore store, ShareRules rules, Ticker ticker) {
    this.pacing = pacing;
    this.store = store;
    this.rules = rules;
    this.ticker = ticker;
    this.accord = new Accord(self, rules, pacing, Neighbours.ofThisMachine(), ticker.now());
    this.farewell = new Farewell(self, pacing.buckets());
    this.thread = Thread.ofPlatform().name("instantly-sharing").daemon().unstarted(this::run);
    pacing.quota().onShort(this::hurry);
  }

  public void start() {
    thread.start();
  }

  /** How many replicas share, as far as is known. */
  public int replicas() {
    return accord.replicas();
  }

  /** What part of a workspace's second this one has where nothing else is agreed. */
  public double usualPart() {
    return accord.usualPart();
  }

  /** Of how many workspaces something else is agreed. */
  public int agreed() {
    return accord.agreed();
  }

  /** Many threads say so at once, and the first has said it all. */
  private void hurry() {
    if (!wanted) {
      wanted = true;
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!stopped) {
      long began = ticker.now();
      wanted = false;
      boolean soon = beat();
      pause(began + rules.soon().toNanos(), false);
      if (!soon) {
        pause(began + rules.beat().toNanos(), true);
      }
    }
  }

  private void pause(long until, boolean unlessWanted) {
    for (long left = until - ticker.now();
        left > 0 && !stopped && !(unlessWanted && wanted);
        left = until - ticker.now()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /** Whether the next is to follow soon. */
  private boolean beat() {
    try {
      boolean soon = false;
      boolean written = false;
      for (int i = 0; i < TRIES && !written; i++) {
        Proposal proposal = accord.propose(store.read(), ticker.now());
        soon = proposal.soon();
        written = write(proposal);
      }
      if (!written) {
        renew();
      }
      back();
      return soon || !written;
    } catch (RuntimeException e) {
      lost(e);
      return false;
    }
  }

  private boolean write(Proposal proposal) {
    long sentAt = ticker.now();
    boolean written = store.write(proposal.before(), proposal.after());
    if (written) {
      accord.agreed(proposal, sentAt);
    }
    return written;
  }

  /** Others are quicker time and again: at least they hear of this one. */
  private void renew() {
    long sentAt = ticker.now();
    if (store.renew(self, accord.nextBeat())) {
      accord.renewed(sentAt);
    }
  }

  private void back() {
    if (away) {
      away = false;
      LOG.info("Shares of quota are agreed on again");
    }
  }

  private void lost(RuntimeException e) {
    if (!away) {
      away = true;
      LOG.warnf(
          "Shares of quota cannot be agreed on now: they last for %s, a part of them for %s: %s",
          rules.lease(), rules.cutOff(), e.getMessage());
    }
  }

  /**
   * Calls no more, and says so, so that the others need not wait for the lease. Whoever waits for
   * quota is sent away.
   */
  @Override
  public void close() {
    for (Priority priority : Priority.values()) {
      pacing.dismiss(priority);
    }
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join(FAREWELL);
      accord.stop(ticker.now());
      farewell.say(store, ticker.now());
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException unheard) {
      LOG.debugf("The lease has to run out: %s", unheard.getMessage());
    }
  }
}
