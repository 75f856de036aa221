package agency.steward.changeset.ask;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that is wrong with what was asked, said at once. */
final class Faults {
  private static final int SHOWN = 1_000;
  private static final Pattern NUMBER = Pattern.compile("(?<=line |/)\\d{1,9}");

  /**
   * What cannot be read comes before what cannot be accepted (contract 1); an ambiguous name is
   * worth saying whatever else is not acceptable.
   */
  private static final List<ProblemCode> GRAVEST_FIRST =
      List.of(
          ProblemCode.MALFORMED_REQUEST,
          ProblemCode.UNKNOWN_FIELD,
          ProblemCode.AMBIGUOUS_WORKSPACE);

  private final List<Problem.FieldError> errors = new ArrayList<>();
  private final Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
  private final Set<String> places = new HashSet<>();
  private int count;

  /**
   * One place has one fault: the first that was found there.
   *
   * @param where a JSON pointer, or line and column of a CSV
   */
  void add(ProblemCode code, String where, String detail) {
    count++;
    if (!places.add(where)) {
      return;
    }
    codes.add(code);
    if (errors.size() < SHOWN) {
      errors.add(new Problem.FieldError(where, detail));
    }
  }

  void add(String where, String detail) {
    add(ProblemCode.VALIDATION_FAILED, where, detail);
  }

  /** Grows with each one that is found. */
  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Nothing has been stored or sent by then. */
  void throwIfAny() {
    if (isEmpty()) {
      return;
    }
    errors.sort(Comparator.comparingInt(error -> number(error.pointer())));
    String first = errors.getFirst().pointer() + ": " + errors.getFirst().detail();
    Problem problem =
        Problem.of(
            code(),
            "%d %s wrong; nothing was planned. First, %s."
                .formatted(places.size(), places.size() == 1 ? "thing is" : "things are", first));
    for (Problem.FieldError error : errors) {
      problem = problem.at(error.pointer(), error.detail());
    }
    throw problem.thrown();
  }

  /** Of the line or the row, so that a file can be mended from top to bottom. */
  private static int number(String where) {
    Matcher number = NUMBER.matcher(where);
    return number.find() ? Integer.parseInt(number.group()) : 0;
  }

  /** The gravest, else the one that all have in common. */
  private ProblemCode code() {
    return GRAVEST_FIRST.stream()
        .filter(codes::contains)
        .findFirst()
        .orElseGet(
            () -> codes.size() == 1 ? codes.iterator().next() : ProblemCode.VALIDATION_FAILED);
  }
}
