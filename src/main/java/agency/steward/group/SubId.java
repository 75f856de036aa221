package agency.steward.group;

import agency.steward.workspace.Workspace;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instantly's id of a workspace that is to join a group, and what is mistaken for it. */
public final class SubId {
  static final String NO_PEOPLE =
      "An e-mail cannot be invited into a group. sub_workspace_id is Instantly's id of the"
          + " workspace, from its settings; its owner then has to accept in Instantly's app";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

  private SubId() {}

  /** What is wrong with it; empty where it may be one. */
  public static Optional<String> fault(String id) {
    if (id.contains("@")) {
      return Optional.of(NO_PEOPLE);
    }
    return ID.matcher(id).matches()
        ? Optional.empty()
        : Optional.of("sub_workspace_id is Instantly's id of the workspace that is to join");
  }

  /** What is wrong with Steward's id of this one. */
  public static String isStewards(Workspace meant) {
    return "This is Steward's id of the workspace; Instantly's is " + meant.instantlyId();
  }
}
