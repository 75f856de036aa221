package agency.steward.workspace;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.label.Requirement;
import agency.steward.workspace.label.SelectorParser;
import agency.steward.workspace.label.SelectorSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A label selector in the full Kubernetes syntax: {@code tier=gold,region!=emea,client in (a,b)}.
 * All its terms must hold.
 */
public record Selector(List<Requirement> requirements) {

  public Selector {
    requirements = List.copyOf(requirements);
  }

  /**
   * Parses, or throws {@code INVALID_SELECTOR} naming the position. An empty selector is refused.
   */
  public static Selector parse(String text) {
    return parse(text, "selector");
  }

  /**
   * As {@link #parse(String)}, for a selector that stands somewhere in a body.
   *
   * @param pointer where it stands, for the problem
   */
  public static Selector parse(String text, String pointer) {
    try {
      var requirements = SelectorParser.parse(text);
      if (requirements.isEmpty()) {
        throw fault(pointer, 0, "a selector cannot be empty; leave it out to mean all");
      }
      return new Selector(requirements);
    } catch (SelectorSyntaxException e) {
      throw fault(pointer, e.position(), String.valueOf(e.getMessage()));
    }
  }

  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(r -> r.holds(labels));
  }

  /** Whether at least one term names values, so that a workspace without labels never matches. */
  public boolean isAnchored() {
    return requirements.stream()
        .anyMatch(r -> r instanceof Requirement.Equal || r instanceof Requirement.In);
  }

  /** The selector in its canonical spelling; parsing it gives an equal one. */
  @Override
  public String toString() {
    return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
  }

  private static ProblemException fault(String pointer, int position, String what) {
    return Problem.of(
            ProblemCode.INVALID_SELECTOR,
            "The selector cannot be read at character " + position + ": " + what)
        .at(pointer, "At character " + position + ": " + what)
        .with("position", position)
        .thrown();
  }
}
