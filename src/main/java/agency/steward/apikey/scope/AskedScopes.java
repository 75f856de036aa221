package agency.steward.apikey.scope;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scopes that somebody wants a key to have. */
public final class AskedScopes {
  private static final String POINTER = "/scopes";

  private AskedScopes() {}

  /**
   * The same without repetitions, in their order. Throws {@code VALIDATION_FAILED} naming each one
   * that Instantly does not know ({@code /scopes/3}), with what was probably meant.
   */
  public static List<String> acceptable(List<@Nullable String> asked) {
    int most = Catalogue.all().size();
    if (asked.isEmpty() || asked.size() > most) {
      throw Problem.invalid(
              POINTER,
              "scopes names 1 to "
                  + most
                  + " scopes, such as campaigns:read; or leave it out and say profile")
          .thrown();
    }
    refuseUnknown(asked);
    return asked.stream().flatMap(Stream::ofNullable).distinct().toList();
  }

  /**
   * The same for a cell of a CSV, where no pointer can name a single scope. Sorted, since their
   * order means nothing.
   *
   * @param fault receives what is wrong
   */
  public static List<String> ofCell(List<String> asked, Consumer<String> fault) {
    for (int i = 0; i < asked.size(); i++) {
      if (!isKnown(asked.get(i))) {
        fault.accept("Number %d: %s".formatted(i + 1, fault(asked.get(i))));
      }
    }
    return asked.stream().distinct().sorted().toList();
  }

  private static void refuseUnknown(List<@Nullable String> asked) {
    List<Integer> unknown =
        IntStream.range(0, asked.size()).filter(i -> !isKnown(asked.get(i))).boxed().toList();
    if (!unknown.isEmpty()) {
      Problem problem =
          Problem.of(
              ProblemCode.VALIDATION_FAILED,
              "Instantly mints no key with %d of these scopes. A scope is resource:action, the action one of %s."
                  .formatted(unknown.size(), String.join(", ", Catalogue.ACTIONS)));
      for (int i : unknown) {
        problem = problem.at(POINTER + "/" + i, fault(asked.get(i)));
      }
      throw problem.thrown();
    }
  }

  private static boolean isKnown(@Nullable String scope) {
    return scope != null && Catalogue.has(scope);
  }

  private static String fault(@Nullable String scope) {
    return "Is no scope of Instantly's"
        + Optional.ofNullable(scope)
            .flatMap(NearMiss::of)
            .map(meant -> ". Did you mean " + meant + "?")
            .orElse("");
  }
}
