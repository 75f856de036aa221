package agency.steward.changeset.plan;

import agency.steward.problem.Problem;

/** What comes out of comparing what is wanted with what is. */
public sealed interface Plan {

  /** There is something to do. */
  record Needed(Change change) implements Plan {}

  /** It is as it shall be; {@code before} and {@code after} of the row are the same. */
  record AlreadySo(Change change) implements Plan {}

  /** It cannot be done at all, whatever the guards say. */
  record Impossible(Problem problem) implements Plan {}
}
