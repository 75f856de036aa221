package agency.steward.local.seed;

import agency.steward.local.door.Door;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** The agency's fleet in Steward, through its API like everybody else's. */
final class StewardSide {
  private final Door steward;

  StewardSide(Door steward) {
    this.steward = steward;
  }

  /** Steward's id of a workspace of Instantly's, if it is registered. */
  Optional<String> find(String instantlyWorkspaceId) {
    return steward
        .get("/v1/workspaces?instantly_workspace_id=" + instantlyWorkspaceId)
        .path("items")
        .valueStream()
        .map(StewardSide::id)
        .findFirst();
  }

  String register(Client client, String apiKey) {
    return id(
        steward.send(
            "POST",
            "/v1/workspaces",
            Map.of(
                "credential", Map.of("mode", "own_key", "api_key", apiKey),
                "external_id", client.code(),
                "labels", client.labels())));
  }

  void importGroup(String adminWorkspaceId) {
    steward.send(
        "POST", "/v1/workspaces/" + adminWorkspaceId + "/import-group", Map.of("labels", Map.of()));
  }

  /** What an import does not know of a client. */
  void describe(String workspaceId, Client client) {
    steward.send(
        "PATCH",
        "/v1/workspaces/" + workspaceId,
        Map.of("external_id", client.code(), "labels", client.labels()));
  }

  /** Looks at a workspace again, so that its state says what is the matter. */
  void verify(String workspaceId) {
    steward.send("POST", "/v1/workspaces/" + workspaceId + "/verify", Map.of());
  }

  private static String id(JsonNode workspace) {
    return workspace.path("id").asText();
  }
}
