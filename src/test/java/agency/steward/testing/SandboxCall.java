package agency.steward.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** A line of the sandbox's journal; {@code status} is 0 when no answer was sent. */
public record SandboxCall(
    long seq,
    long atMs,
    String workspaceId,
    String asWorkspace,
    String keyId,
    String method,
    String path,
    int status,
    double latencyMs,
    boolean limited) {

  static SandboxCall of(JsonNode line) {
    return new SandboxCall(
        line.get("seq").longValue(),
        line.get("at_ms").longValue(),
        line.path("workspace_id").asText(),
        line.path("as_workspace").asText(),
        line.path("key_id").asText(),
        line.get("method").textValue(),
        line.get("path").textValue(),
        line.get("status").intValue(),
        line.get("latency_ms").doubleValue(),
        line.get("limited").booleanValue());
  }
}
