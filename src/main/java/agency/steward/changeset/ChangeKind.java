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
 * What a feature tells the engine about one kind of change. A CDI bean without state: the replica
 * that inherits a change has only what was stored.
 */
public interface ChangeKind {

  /** As it stands in {@code kind} of a change set; stays the same for ever. */
  String name();

  /** The first part of its actions in the ledger: {@code member} in {@code member.role_change}. */
  String area();

  /**
   * The list that grows or shrinks by this change, named as in {@link Present}; empty if that list
   * is never read as a whole.
   */
  default Optional<String> list() {
    return Optional.empty();
  }

  /** The guards of the feature; the engine has its own. */
  List<Guard> guards();

  /**
   * Reads the subject, with one GET if possible. Empty only if its absence is proven; may throw if
   * the change is impossible without it.
   */
  Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent);

  /** Pure: compares what is wanted with what is. */
  Plan plan(Intent intent, Optional<ObjectNode> present);

  /** What else has to be leased and read before the subject may be changed. */
  default Optional<SharedGround> sharedGround(Change change) {
    return Optional.empty();
  }

  /** Whether it may be sent twice without harm, provided the subject is read and compared first. */
  default boolean isRepeatable() {
    return false;
  }

  /** Whether it grants so much that a change set with it needs a second person. */
  default boolean isDelicate(Change change) {
    return false;
  }

  /**
   * Whether a plan made now would start from the same state as the stored one. Anything this leaves
   * out is judged again by the guards.
   */
  default boolean startsAlike(Change planned, Change now) {
    return planned.before().equals(now.before());
  }

  /**
   * The intent as it is needed to look for the outcome. Pure, so that an heir computes the same.
   *
   * @param at when the row was last begun; stored with it before the write
   */
  default Intent begun(Intent intent, Instant at) {
    return intent;
  }

  /**
   * Whether rows are made one after the other, because the outcome of one decides about the next.
   */
  default boolean isOneByOne() {
    return false;
  }

  /**
   * The write: one call; returns Instantly's answer. A kind that has to hand something on before
   * the row counts as done does so here; see {@link TakenBackException}. A kind that needs two
   * calls reports {@link Sight.Halfway} between them, throws {@link HalfwayException}, and
   * implements {@link #goOn}. Any other problem that is not Instantly's means that nothing was
   * sent.
   */
  ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change);

  /** The second call of a write of which only the first has happened. */
  default ObjectNode goOn(InstantlyWorkspace instantly, Intent intent, Change change) {
    throw new UnsupportedOperationException(name() + " is never halfway");
  }

  /**
   * The wish, in the words of a change set, that asks for the rest of a write that ended halfway.
   */
  default ObjectNode rest(ObjectNode wish, Intent intent) {
    return wish;
  }

  /**
   * Looks whether the write took effect. Has to work without its answer too, after a crash.
   *
   * @param written the answer to the write, if it is known
   */
  Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written);

  /**
   * Takes back what the write left behind and nobody can use, such as a key whose value was lost
   * with the process; only what certainly came from this write. Called while the subject is held if
   * the effect is not the wanted one: after Instantly has accepted the write, and by an heir.
   *
   * @param written the answer to the write, if it is known
   * @return what to tell once it was seen to be gone; empty if nothing was done
   */
  default Optional<Problem> tidy(
      InstantlyWorkspace instantly,
      Intent intent,
      Change change,
      Optional<ObjectNode> written,
      Sight found) {
    return Optional.empty();
  }

  /** What a refusal by Instantly means, given what was seen since. */
  default Problem explain(Problem refusal, Sight found) {
    return refusal;
  }

  /**
   * The answer to the caller.
   *
   * @param changed whether this change made it so
   * @param now the object as it was read back; empty if it no longer exists
   */
  Answer answer(Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now);
}
