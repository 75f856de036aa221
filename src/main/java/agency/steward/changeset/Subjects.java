package agency.steward.changeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What planners make of rows about one subject. */
public final class Subjects {
  private Subjects() {}

  /**
   * One row for each subject. Where two different things are wanted of it, neither is done.
   *
   * @param contradiction makes the row that says so, of one of them
   */
  public static List<Step> once(List<Step> steps, UnaryOperator<Step> contradiction) {
    Map<String, List<Step>> subjects = new LinkedHashMap<>();
    steps.forEach(step ->
        subjects.computeIfAbsent(step.intent().lock(), none -> new ArrayList<>()).add(step));
    return subjects.values().stream().map(same -> one(same, contradiction)).toList();
  }

  private static Step one(List<Step> same, UnaryOperator<Step> contradiction) {
    boolean agreed = same.stream().map(step -> step.intent().data()).distinct().count() == 1;
    if (!agreed) {
      return contradiction.apply(same.getFirst());
    }
    return same.stream().filter(Step::named).findFirst().orElse(same.getFirst());
  }
}
