package agency.steward.chaos;

import agency.steward.sandbox.Sandbox;
import agency.steward.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The simulated one, and what is true there. */
final class Instantly implements AutoCloseable {
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.onPort(0));

  int port() {
    return sandbox.port();
  }

  /** A workspace and its key, as the sandbox answers. */
  JsonNode workspace(String seed) {
    return send("POST", "/_sandbox/workspaces", seed, Map.of()).json();
  }

  /** A rule for all workspaces, or for the one it names. */
  void behave(String rule) {
    send("PUT", "/_sandbox/behaviour", rule, Map.of());
  }

  List<JsonNode> members(String key) {
    return list("/api/v2/workspace-members?limit=100", key);
  }

  List<JsonNode> keys(String key) {
    return list("/api/v2/api-keys?limit=100", key);
  }

  private List<JsonNode> list(String path, String key) {
    var headers = Map.of("Authorization", "Bearer " + key, "User-Agent", "chaos");
    return send("GET", path, "", headers).json().path("items").valueStream().toList();
  }

  /** Everything that it was ever asked. */
  Journal journal() {
    String lines = send("GET", "/_sandbox/journal?after=0", "", Map.of()).body();
    return Journal.of(lines.lines().map(Answer::json).toList());
  }

  private Answer send(String method, String path, String body, Map<String, String> headers) {
    try {
      return Web.send(method, sandbox.url() + path, body, headers).required();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
