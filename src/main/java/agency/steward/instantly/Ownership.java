package agency.steward.instantly;

import agency.steward.workspace.InstantlyWorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Whose an object is, where it says so itself: {@code workspace_id}, {@code organization_id} and
 * {@code organization} are all Instantly's id of the workspace (facts.md 1.1).
 */
final class Ownership {

  enum Verdict {
    OURS,
    FOREIGN,
    UNSAID
  }

  static final List<String> FIELDS = List.of("workspace_id", "organization_id", "organization");

  private Ownership() {}

  static Verdict of(ObjectNode object, InstantlyWorkspaceId expected) {
    for (String field : FIELDS) {
      JsonNode owner = object.get(field);
      if (owner != null && owner.isTextual()) {
        return verdict(owner, expected);
      }
    }
    return Verdict.UNSAID;
  }

  /** Of {@code GET /workspaces/current}, which is the workspace itself. */
  static Verdict ofWorkspace(ObjectNode workspace, InstantlyWorkspaceId expected) {
    return verdict(workspace.path("id"), expected);
  }

  private static Verdict verdict(JsonNode owner, InstantlyWorkspaceId expected) {
    return expected.value().equals(owner.asText()) ? Verdict.OURS : Verdict.FOREIGN;
  }
}
