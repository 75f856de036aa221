package agency.steward.credential;

import agency.steward.workspace.WorkspaceId;
import java.util.regex.Pattern;

/**
 * Where the value of a key lies that Steward has made for somebody else.
 *
 * @param keyId Instantly's id of the key; throws {@code CUSTODY_UNAVAILABLE} for one that no path
 *     can be made of
 */
public record KeyPlace(WorkspaceId workspace, String keyId) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

  public KeyPlace {
    if (!PLAIN.matcher(keyId).matches()) {
      throw CustodyProblem.unavailable(
          "Instantly gave the key an id that custody can make no path of.");
    }
  }

  /** Any place of a workspace, to see whether it can be asked about. */
  public static KeyPlace any(WorkspaceId workspace) {
    return new KeyPlace(workspace, "none");
  }

  /** Below the place of all of them: {@code <workspace_id>/<key_id>}. */
  @Override
  public String toString() {
    return workspace + "/" + keyId;
  }
}
