package agency.steward.local.rehearsal;

import agency.steward.local.door.Door;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two people who make change sets.
 *
 * @param approver who lifts the rules that are in the way
 */
record Desk(Door admin, Door approver) {
  private static final Set<String> ENDED =
      Set.of("succeeded", "partially_succeeded", "failed", "cancelled", "rejected", "expired");

  /** Everybody in them who has one role gets another one; returns at its end. */
  void change(List<String> workspaceIds, String from, String to) {
    JsonNode set =
        admin.send(
            "POST",
            "/v1/change-sets?wait=PT30S",
            Map.of(
                "kind",
                "role_change",
                "targets",
                Map.of("workspace_ids", workspaceIds),
                "spec",
                Map.of("all_with_role", from, "role", to),
                "reason",
                "rehearsal"));
    String path = "/v1/change-sets/" + set.path("id").asText();
    Map<String, Object> digest = Map.of("digest", set.path("digest").asText());
    approve(set, path);
    admin.send("POST", path + "/apply", digest);
    awaitEnd(path);
    admin.text(path + "/changes?format=ndjson");
  }

  private void approve(JsonNode set, String path) {
    List<String> rules =
        set.path("guard")
            .path("violations")
            .valueStream()
            .map(each -> each.path("rule").asText())
            .distinct()
            .toList();
    String digest = set.path("digest").asText();
    if (!rules.isEmpty()) {
      approver.send(
          "POST",
          path + "/approve",
          Map.of("digest", digest, "override", rules, "reason", "rehearsal"));
    } else if (set.path("required_approvals").asInt() > 0) {
      approver.send("POST", path + "/approve", Map.of("digest", digest));
    }
  }

  private void awaitEnd(String path) {
    String state;
    do {
      state = admin.get(path + "?wait=PT10S").path("state").asText();
    } while (!ENDED.contains(state));
    if (!state.equals("succeeded")) {
      throw new IllegalStateException(path + " " + state);
    }
  }
}
