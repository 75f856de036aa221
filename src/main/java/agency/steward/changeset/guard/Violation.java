package agency.steward.changeset.guard;

import agency.steward.problem.ProblemCode;

/**
 * A guard's no.
 *
 * @param rule the guard's name
 * @param scope how far it reaches
 * @param code what a one-row write is answered
 * @param detail for a person: why, and what could be done
 * @param overridable whether a second person may lift it
 */
public record Violation(
    String rule, Scope scope, ProblemCode code, String detail, boolean overridable) {

  /** What is held back by a violation (contract 6). */
  public enum Scope {
    ROW,
    WORKSPACE,
    SET
  }
}
