package agency.steward.member;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.regex.Pattern;

/**
 * Instantly's id of a member: an opaque string, but never one that would mean something in a path.
 */
final class MemberId {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

  private MemberId() {}

  /** The same; {@code NOT_FOUND_IN_WORKSPACE} for what cannot be the id of anything. */
  static String known(String id) {
    if (!PLAIN.matcher(id).matches()) {
      throw Problem.of(
              ProblemCode.NOT_FOUND_IN_WORKSPACE,
              "There is no member with this id in the workspace.")
          .thrown();
    }
    return id;
  }
}
