package agency.steward.changeset.guard;

import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A guard's no.
 *
 * @param rule the guard's name
 * @param scope how far it reaches
 * @param code what a one-row write is answered
 * @param detail for a person: why, and what could be done
 * @param overridable whether a second person may lift it
 * @param effects what else the change would do, where that is why
 */
public record Violation(
    String rule,
    Scope scope,
    ProblemCode code,
    String detail,
    boolean overridable,
    List<ObjectNode> effects) {

  public Violation {
    effects = List.copyOf(effects);
  }

  public Violation(String rule, Scope scope, ProblemCode code, String detail, boolean overridable) {
    this(rule, scope, code, detail, overridable, List.of());
  }

  /** What is held back by a violation (contract 6). */
  public enum Scope {
    ROW,
    WORKSPACE,
    SET
  }
}
