package agency.steward.access.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes the agency's own profiles, each time as part of the caller's transaction, so that the
 * record commits with it. What is granted by such a name widens or narrows with that commit.
 */
@ApplicationScoped
public class ProfileEdits {
  private final ProfileStore store;
  private final Clock clock;

  ProfileEdits(ProfileStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** As it is; empty for a built-in one too. */
  public Optional<KeptProfile> find(String name) {
    return store.find(name);
  }

  /** What a put has come to. */
  public sealed interface Outcome {
    record Created(KeptProfile kept) implements Outcome {}

    record Replaced(KeptProfile kept) implements Outcome {}

    /** It is not what the caller has read. */
    record Changed() implements Outcome {}
  }

  /**
   * Creates it or takes the place of the one of this name.
   *
   * @param expected whether the one that is there, if any, is the one the caller means
   */
  public Outcome put(Profile profile, Predicate<Optional<KeptProfile>> expected, String by) {
    Optional<KeptProfile> there = store.lock(profile.name());
    if (!expected.test(there)) {
      return new Outcome.Changed();
    }
    Instant now = clock.instant();
    long version = there.map(old -> old.version() + 1).orElse(now.toEpochMilli());
    var kept = new KeptProfile(profile, version, by, now);
    store.write(kept);
    return there.isPresent() ? new Outcome.Replaced(kept) : new Outcome.Created(kept);
  }

  /** The one of this name, which nobody else touches or grants until the transaction ends. */
  public Optional<KeptProfile> lock(String name) {
    return store.lock(name);
  }

  public void remove(String name) {
    store.remove(name);
  }

  /** Whether there is a profile of this name; if so it is there until the transaction ends. */
  public boolean hold(String name) {
    return Profiles.isBuiltIn(name) || store.hold(name);
  }
}
