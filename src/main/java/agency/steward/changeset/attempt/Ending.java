package agency.steward.changeset.attempt;

import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.problem.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an attempt ended. */
public sealed interface Ending {

  /** As it is written down at this moment. */
  RowEnd row(Instant now);

  /** The same right after it was tried: what nobody knows yet is looked at again soon. */
  default RowEnd firstRow(Instant now) {
    return this instanceof Unknown unknown
        ? unknown.until(now, now.plus(Unknown.FIRST_LOOK))
        : row(now);
  }

  /** It is so, and it was this write that made it so. Seen by reading back. */
  record Applied(Optional<ObjectNode> now) implements Ending {
    @Override
    public RowEnd row(Instant moment) {
      return RowEnd.of(Result.APPLIED, moment).verified(now);
    }
  }

  /** It is so without this write. */
  record AlreadySo(Optional<ObjectNode> now) implements Ending {
    @Override
    public RowEnd row(Instant moment) {
      return RowEnd.of(Result.ALREADY_SATISFIED, moment).verified(now);
    }
  }

  /** A guard objects; nothing was sent. */
  record Blocked(List<Violation> violations) implements Ending {
    @Override
    public RowEnd row(Instant moment) {
      return RowEnd.of(Result.BLOCKED_GUARD, moment)
          .because(Refusals.stored(problem()))
          .violating(Refusals.json(violations));
    }

    public Problem problem() {
      return Refusals.of(violations);
    }
  }

  /** The subject went away between reading and writing. */
  record Stale(Problem problem, Optional<Seen> seen) implements Ending {
    Stale(Problem problem) {
      this(problem, Optional.empty());
    }

    @Override
    public RowEnd row(Instant moment) {
      RowEnd end = RowEnd.of(Result.SKIPPED_STALE, moment).because(Refusals.stored(problem));
      return seen.map(look -> end.verified(look.now())).orElse(end);
    }
  }

  /**
   * It is not as it was wanted, and that is certain.
   *
   * @param seen the last look at it, where one was needed
   */
  record Failed(Problem problem, Optional<Seen> seen) implements Ending {
    @Override
    public RowEnd row(Instant moment) {
      RowEnd end = RowEnd.of(Result.FAILED, moment).because(Refusals.stored(problem));
      return seen.map(look -> end.verified(look.now())).orElse(end);
    }
  }

  /** Nothing was sent: what it takes could not be had. */
  record Unsent(Problem problem) implements Ending {
    @Override
    public RowEnd row(Instant moment) {
      return RowEnd.of(Result.NOT_ATTEMPTED, moment).because(Refusals.stored(problem));
    }
  }

  /** It was sent, and nobody knows. */
  record Unknown() implements Ending {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    @Override
    public RowEnd row(Instant moment) {
      return RowEnd.of(Result.UNKNOWN, moment).because(Refusals.stored(Refusals.neverKnown()));
    }

    /** The same while somebody goes on looking. */
    public RowEnd until(Instant moment, Instant nextLook) {
      return row(moment).because(Refusals.stored(Refusals.unknown())).until(nextLook);
    }
  }

  /** What a look showed; empty where the subject does not exist. */
  record Seen(Optional<ObjectNode> now) {}
}
