package agency.steward.instantly;

import agency.steward.instantly.door.Route;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** For which workspace and which version of whose key it is proven, and when, that it fits. */
final class Proofs {

  /** What a proof is about. */
  private record Claim(
      InstantlyWorkspaceId target, Optional<WorkspaceId> holder, int version, boolean delegated) {}

  private static final int LOCKS = 64;

  private final ConcurrentMap<Claim, Long> proven = new ConcurrentHashMap<>();
  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();
  private final Duration maxAge;
  private final LongSupplier nanos;

  Proofs(Duration maxAge, LongSupplier nanos) {
    this.maxAge = maxAge;
    this.nanos = nanos;
  }

  /**
   * @param soon for how much longer it must hold
   */
  boolean holds(InstantlyWorkspaceId target, Route route, Duration soon) {
    Long at = proven.get(claim(target, route));
    return at != null && nanos.getAsLong() - at <= maxAge.minus(soon).toNanos();
  }

  /**
   * @param asked when the proof was asked for
   */
  void add(InstantlyWorkspaceId target, Route route, long asked) {
    proven.put(claim(target, route), asked);
  }

  /** Held while a workspace is proven, so that many who need it ask once. */
  Lock lock(InstantlyWorkspaceId target) {
    return locks.get(Math.floorMod(target.hashCode(), LOCKS));
  }

  void forgetOld() {
    long now = nanos.getAsLong();
    proven.values().removeIf(at -> now - at > maxAge.toNanos());
  }

  long now() {
    return nanos.getAsLong();
  }

  private static Claim claim(InstantlyWorkspaceId target, Route route) {
    return new Claim(target, route.holder(), route.version(), route.isDelegated());
  }
}
