package agency.steward.tag.read;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.regex.Pattern;

/**
 * Instantly's id of a tag. Every one that was ever seen is a UUID (facts.md 1.1); a label or an
 * address in its place is the usual mistake, which Instantly answers with an empty list.
 */
public final class TagId {
  /** What is said of something else. */
  public static final String NEEDED =
      "A tag's id is a UUID such as f9cc070d-8dba-4341-b847-f083c358e460; a label is none, and GET"
          + " /v1/workspaces/{id}/tags lists both";

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private TagId() {}

  public static boolean isOne(String text) {
    return UUID.matcher(text).matches();
  }

  /** The same; {@code NOT_FOUND_IN_WORKSPACE} for what cannot be the id of any tag. */
  public static String known(String id) {
    if (!isOne(id)) {
      throw Problem.of(
              ProblemCode.NOT_FOUND_IN_WORKSPACE,
              "There is no tag with this id in the workspace. " + NEEDED + ".")
          .thrown();
    }
    return id;
  }
}
