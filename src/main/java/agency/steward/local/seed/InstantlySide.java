package agency.steward.local.seed;

import agency.steward.local.door.Door;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agency's workspaces in the sandbox. Whatever is there already stays as it is. */
final class InstantlySide {
  private static final String NARROW_KEY = "steward";

  private final Door sandbox;

  InstantlySide(Door sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * A workspace as the sandbox knows it.
   *
   * @param apiKey one that may do everything
   */
  record Simulated(String id, String apiKey) {}

  /** The client's workspace, made if there is none of that name. */
  Simulated workspace(Client client, List<String> subWorkspaceIds) {
    return find(client.name()).orElseGet(() -> make(client, subWorkspaceIds));
  }

  Optional<Simulated> find(String name) {
    return sandbox
        .get("/_sandbox/workspaces")
        .valueStream()
        .filter(each -> each.path("name").asText().equals(name))
        .map(each -> simulated(each))
        .findFirst();
  }

  private Simulated make(Client client, List<String> subWorkspaceIds) {
    Map<String, Object> wanted = Inventory.of(client);
    wanted.put("name", client.name());
    wanted.put("members", client.members());
    wanted.put("group_admin_of", subWorkspaceIds);
    return simulated(sandbox.send("POST", "/_sandbox/workspaces", wanted));
  }

  private static Simulated simulated(JsonNode workspace) {
    return new Simulated(
        workspace.path("workspace_id").asText(), workspace.path("api_key").asText());
  }

  /** A new key with these scopes only. */
  String narrowKey(Simulated workspace, List<String> scopes) {
    deleteNarrowKeys(workspace);
    return sandbox
        .as(workspace.apiKey())
        .send("POST", "/api/v2/api-keys", Map.of("name", NARROW_KEY, "scopes", scopes))
        .path("key")
        .asText();
  }

  void deleteNarrowKeys(Simulated workspace) {
    Door door = sandbox.as(workspace.apiKey());
    door.get("/api/v2/api-keys?limit=100")
        .path("items")
        .valueStream()
        .filter(key -> key.path("name").asText().equals(NARROW_KEY))
        .forEach(key -> door.delete("/api/v2/api-keys/" + key.path("id").asText()));
  }

  void lapse(Simulated workspace) {
    sandbox.send("PATCH", "/_sandbox/workspaces/" + workspace.id(), Map.of("plan_active", false));
  }

  void slow(Simulated workspace) {
    sandbox.send(
        "PUT",
        "/_sandbox/behaviour",
        Map.of(
            "workspace_id", workspace.id(), "latency", Map.of("median_ms", 1500, "p99_ms", 2500)));
  }
}
