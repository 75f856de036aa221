package agency.steward.changeset.attempt;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Sight;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Reads back what became of a write, and has taken back what is of no use to anybody. */
@ApplicationScoped
public class Looks {
  private static final Logger LOG = Logger.getLogger(Looks.class);

  /** At once, then one and five seconds after the write (contract 1). */
  public static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4));

  private final Sites sites;
  private final Sleeper sleeper;

  Looks(Sites sites, Sleeper sleeper) {
    this.sites = sites;
    this.sleeper = sleeper;
  }

  /** Looks until it is as it was wanted; else the last look, empty where that gave no answer. */
  Optional<Sight> patient(Stay stay, Attempt attempt, Optional<ObjectNode> written) {
    return patient(stay, attempt, written, Sight.AsWanted.class::isInstance);
  }

  /** The same, but what has come halfway needs no further look. */
  Optional<Sight> halfway(Stay stay, Attempt attempt) {
    return patient(
        stay,
        attempt,
        Optional.empty(),
        sight -> sight instanceof Sight.AsWanted || sight instanceof Sight.Halfway);
  }

  private Optional<Sight> patient(
      Stay stay, Attempt attempt, Optional<ObjectNode> written, Predicate<Sight> enough) {
    Optional<Sight> last = Optional.empty();
    for (Duration pause : PAUSES) {
      if (!pause.isZero()) {
        sleeper.sleep(pause);
      }
      last = once(stay, attempt, written);
      if (stay.isOver() || last.filter(enough).isPresent()) {
        break;
      }
    }
    return last;
  }

  /** Has the kind take back what nobody can use; what there is to say of it once it is gone. */
  public Optional<Problem> tidy(
      Stay stay, Attempt attempt, Optional<ObjectNode> written, Sight found) {
    if (stay.isOver() || found instanceof Sight.AsWanted) {
      return Optional.empty();
    }
    try {
      var site = sites.writing(stay).instantly();
      site.proveIdentity();
      return attempt.kind().tidy(site, attempt.intent(), attempt.change(), written, found);
    } catch (ProblemException unable) {
      LOG.warnf("Change set %s: nothing was taken back: %s", attempt.id(), unable.problem());
    } catch (RuntimeException unforeseen) {
      LOG.errorf(unforeseen, "Change set %s: taking back failed", attempt.id());
    }
    return Optional.empty();
  }

  /** Empty where it gave no answer, or nobody may ask any more. */
  public Optional<Sight> once(Stay stay, Attempt attempt, Optional<ObjectNode> written) {
    if (stay.isOver()) {
      return Optional.empty();
    }
    ChangeKind kind = attempt.kind();
    try {
      var site = sites.looking(stay);
      site.proveIdentity();
      return Optional.of(kind.look(site, attempt.intent(), attempt.change(), written));
    } catch (ProblemException unreadable) {
      LOG.debugf("Change set %s: a look gave no answer: %s", attempt.id(), unreadable.problem());
    } catch (RuntimeException unforeseen) {
      LOG.errorf(unforeseen, "Change set %s: a look failed", attempt.id());
    }
    return Optional.empty();
  }
}
