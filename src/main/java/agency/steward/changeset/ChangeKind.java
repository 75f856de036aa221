package agency.steward.changeset;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The socket of the engine: what a feature says about one kind of change. A CDI bean. It keeps
 * nothing between calls: an heir on another replica has only what was stored.
 */
public interface ChangeKind {

  /** As it stands in {@code kind} of a change set; stays the same for ever. */
  String name();

  /** Whose actions these are in the ledger: {@code member} makes {@code member.role_change}. */
  String area();

  /**
   * Which list is longer or shorter by what it makes or takes away, as {@link Present} calls it;
   * empty where nobody looks at it whole.
   */
  default Optional<String> list() {
    return Optional.empty();
  }

  /** The guards of the feature; the engine has its own. */
  List<Guard> guards();

  /**
   * Reads the subject: one GET wherever it can be. Empty where it does not exist and that is
   * proven; may throw where its absence makes the change impossible.
   */
  Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent);

  /** Pure: compares what is wanted with what is. */
  Plan plan(Intent intent, Optional<ObjectNode> present);

  /** What has to be held and seen besides the subject itself before it may be changed. */
  default Optional<SharedGround> sharedGround(Change change) {
    return Optional.empty();
  }

  /** Whether sending it twice does no harm, once it was read and compared before. */
  default boolean isRepeatable() {
    return false;
  }

  /** Whether it gives so much that in a set of many a second person has to look. */
  default boolean isDelicate(Change change) {
    return false;
  }

  /**
   * Whether what would be made of it now starts from where it was planned from. What is left out of
   * that, guards judge anew.
   */
  default boolean startsAlike(Change planned, Change now) {
    return planned.before().equals(now.before());
  }

  /**
   * The intent as whoever looks for the outcome needs it: pure, and the same for an heir.
   *
   * @param at when it was last begun; stored with the row before the write
   */
  default Intent begun(Intent intent, Instant at) {
    return intent;
  }

  /**
   * Whether many of them are made one after the other, because what becomes of one says whether the
   * next may be begun.
   */
  default boolean isOneByOne() {
    return false;
  }

  /**
   * The write: one call. Gives Instantly's answer. A kind that has to hand something on before the
   * row may be called done does it here; see {@link TakenBackException}. One that takes two calls
   * sees {@link Sight.Halfway} between them, throws {@link HalfwayException}, and can {@link
   * #goOn}. A problem that is neither of these nor Instantly's says that nothing was sent.
   */
  ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change);

  /** The rest of a write that was seen halfway. */
  default ObjectNode goOn(InstantlyWorkspace instantly, Intent intent, Change change) {
    throw new UnsupportedOperationException(name() + " is never halfway");
  }

  /** How the rest of it is asked for later, in the words of the set, where it ended halfway. */
  default ObjectNode rest(ObjectNode wish, Intent intent) {
    return wish;
  }

  /**
   * Looks whether it came about. Has to work without the answer too, after a crash.
   *
   * @param written what the write was answered, where that is known
   */
  Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written);

  /**
   * Takes back what the write has left behind where nobody can use it, such as a key whose value
   * was lost with the process. Only what is this write's for certain. Asked where the effect is not
   * as wanted, while the subject is held: after a yes of Instantly's, and by an heir.
   *
   * @param written what the write was answered, where that is known
   * @return what there is to say once it is gone, and that was seen; empty where nothing was done
   */
  default Optional<Problem> tidy(
      InstantlyWorkspace instantly,
      Intent intent,
      Change change,
      Optional<ObjectNode> written,
      Sight found) {
    return Optional.empty();
  }

  /** What a refusal of Instantly's means, now that it is known how things stand. */
  default Problem explain(Problem refusal, Sight found) {
    return refusal;
  }

  /**
   * What the caller is answered.
   *
   * @param changed whether it was this change that made it so
   * @param now the object as it was read back; empty where it does not exist any more
   */
  Answer answer(Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now);
}
