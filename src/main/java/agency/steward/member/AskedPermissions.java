package agency.steward.member;

import agency.steward.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sections of Instantly's app that an invitation may open (facts.md 4.1). */
public final class AskedPermissions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
  private static final int MOST = 100;
  private static final String NEEDED =
      "permissions are names such as campaigns.view, at most " + MOST;

  private AskedPermissions() {}

  /**
   * Each once, in their order.
   *
   * @param fault takes what is wrong with them
   */
  public static List<String> named(List<String> asked, Consumer<String> fault) {
    if (asked.size() > MOST || !asked.stream().allMatch(name -> NAME.matcher(name).matches())) {
      fault.accept(NEEDED);
    }
    return asked.stream().distinct().toList();
  }

  /** The same; throws {@code VALIDATION_FAILED} naming {@code /permissions}. */
  static List<String> acceptable(List<@Nullable String> asked) {
    List<String> names = asked.stream().flatMap(Stream::ofNullable).toList();
    if (names.size() < asked.size()) {
      refuse(NEEDED);
    }
    return named(names, AskedPermissions::refuse);
  }

  private static void refuse(String fault) {
    throw Problem.invalid("/permissions", fault).thrown();
  }
}
