package agency.steward.tested;

import agency.steward.testing.ApiCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What no test of a run has shown of an operation. */
final class Gaps {
  /** They ask everything of everybody: that shows who is refused, but not that anything works. */
  private static final Set<String> ASK_EVERYTHING =
      Set.of("EveryOperationTest", "EveryRoleAndProfileTest");

  private static final String UNKNOWN_PARAMETER = "UNKNOWN_PARAMETER";

  /** Said by Instantly, or by how things stand: the input itself was good. */
  private static final Set<String> NOT_OF_THE_INPUT =
      Set.of("REFUSED_BY_INSTANTLY", "OWNER_NOT_ELIGIBLE", "CREDENTIAL_REJECTED");

  private Gaps() {}

  /**
   * @param operations those with the fewest variables first: {@code /labels} is not {@code /{id}}
   */
  static List<String> between(List<Operation> operations, List<ApiCall> calls) {
    Map<Operation, List<ApiCall>> made = new HashMap<>();
    for (ApiCall call : calls) {
      operations.stream()
          .filter(each -> each.isCalledBy(call.method(), call.path()))
          .findFirst()
          .ifPresent(each -> made.computeIfAbsent(each, any -> new ArrayList<>()).add(call));
    }
    return operations.stream()
        .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
        .flatMap(each -> of(each, made.getOrDefault(each, List.of())).stream())
        .toList();
  }

  private static List<String> of(Operation operation, List<ApiCall> calls) {
    var gaps = new ArrayList<String>();
    need(gaps, operation, calls, "a success", Gaps::isSuccess);
    need(gaps, operation, calls, "a 401", call -> call.status() == 401);
    if (operation.canRefuse()) {
      need(gaps, operation, calls, "a 403 or 404", c -> c.status() == 403 || c.status() == 404);
    }
    need(gaps, operation, calls, "a bad input", call -> isBadInput(call, operation.takesInput()));
    return gaps;
  }

  private static void need(
      List<String> gaps,
      Operation operation,
      List<ApiCall> calls,
      String what,
      Predicate<ApiCall> shown) {
    if (calls.stream().noneMatch(shown)) {
      gaps.add(operation + " is never tested with " + what);
    }
  }

  private static boolean isSuccess(ApiCall call) {
    return call.status() < 300 && !ASK_EVERYTHING.contains(call.test());
  }

  /** A parameter that does not exist is the only bad input of what takes none. */
  private static boolean isBadInput(ApiCall call, boolean takesInput) {
    return (call.status() == 400 || call.status() == 422)
        && !NOT_OF_THE_INPUT.contains(call.code())
        && !(takesInput && call.code().equals(UNKNOWN_PARAMETER));
  }
}
