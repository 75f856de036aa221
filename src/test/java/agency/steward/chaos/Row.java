package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A row of a change set, as Steward shows it. */
record Row(
    int seq,
    String workspaceId,
    String subject,
    String action,
    String result,
    boolean verified,
    String code) {
  private static final Set<String> OPEN = Set.of("pending", "running");

  static Row of(JsonNode json) {
    return new Row(
        json.path("seq").asInt(),
        json.path("workspace_id").asText(),
        json.path("subject").asText(),
        json.path("action").asText(),
        json.path("result").asText(),
        json.path("verified").asBoolean(),
        json.path("problem").path("code").asText());
  }

  boolean isOpen() {
    return OPEN.contains(result);
  }

  boolean isApplied() {
    return result.equals("applied");
  }

  boolean isUnknown() {
    return result.equals("unknown");
  }
}
