package agency.steward.changeset.show;

import agency.steward.access.Access;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.load.Streamed;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells of a set as it goes on, in server-sent events, until it is over. */
@ApplicationScoped
class Following {
  private static final int BLOCK = 500;

  private final ChangeSets sets;
  private final ChangeSetStore store;
  private final ChangeStore rows;
  private final Access access;
  private final ObjectMapper json;
  private final Sleeper sleeper;
  private final InstantSource clock;

  Following(
      ChangeSets sets,
      ChangeSetStore store,
      ChangeStore rows,
      Access access,
      ObjectMapper json,
      Sleeper sleeper,
      InstantSource clock) {
    this.sets = sets;
    this.store = store;
    this.rows = rows;
    this.access = access;
    this.json = json;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  /**
   * @param after the last event that was seen; a snapshot is the beginning where it is empty, or
   *     one that this set has not come to
   */
  Streamed of(ChangeSet set, OptionalLong after) {
    Instant until = access.until();
    return client ->
        new Telling(new Shown(set, until), client, json, sleeper, System::nanoTime, set, after)
            .run();
  }

  /** The set, as the database and the caller's grants show it. */
  private final class Shown implements Telling.Source {
    private final Instant until;
    private ChangeSet set;

    private Shown(ChangeSet set, Instant until) {
      this.set = set;
      this.until = until;
    }

    @Override
    public ChangeSet now() {
      set = store.find(set.id()).orElse(set);
      return set;
    }

    @Override
    public List<RecordedChange> after(long event) {
      return rows.after(set.id(), event, BLOCK);
    }

    @Override
    public Object whole(ChangeSet now) {
      return sets.view(now);
    }

    @Override
    public Object progress(ChangeSet now) {
      return sets.progress(now);
    }

    @Override
    public boolean isLive() {
      return clock.instant().isBefore(until);
    }

    @Override
    public boolean isVisible() {
      try {
        sets.visible(set.id().toString());
        return true;
      } catch (ProblemException notAnyMore) {
        return false;
      }
    }
  }

  /** A number that some stream of this set has sent; anything else begins anew. */
  static OptionalLong position(Optional<String> lastEventId) {
    try {
      return lastEventId.isPresent()
          ? OptionalLong.of(Long.parseLong(lastEventId.get()))
          : OptionalLong.empty();
    } catch (NumberFormatException notOurs) {
      return OptionalLong.empty();
    }
  }
}
