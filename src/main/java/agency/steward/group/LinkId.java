package agency.steward.group;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.regex.Pattern;

/** Instantly's id of a group link: opaque, but never one that would mean something in a path. */
final class LinkId {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

  /** Not an id but another path of Instantly's (facts.md 4.2). */
  private static final String ANOTHER_PATH = "admin";

  private LinkId() {}

  /** The same; {@code NOT_FOUND_IN_WORKSPACE} for what cannot be the id of anything. */
  static String known(String id) {
    if (!PLAIN.matcher(id).matches() || id.equalsIgnoreCase(ANOTHER_PATH)) {
      throw Problem.of(
              ProblemCode.NOT_FOUND_IN_WORKSPACE,
              "There is no group link with this id in the workspace.")
          .thrown();
    }
    return id;
  }
}
