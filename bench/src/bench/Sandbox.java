package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The simulated Instantly, alone in a process; its journal is the judge. */
final class Sandbox extends Server {
  private static final ObjectMapper JSON = new ObjectMapper();

  Sandbox(Path directory) throws InterruptedException {
    int port = freePort();
    super(
        port,
        directory.resolve("sandbox.log"),
        Map.of("SANDBOX_PORT", String.valueOf(port)),
        List.of("-Xmx320m", "-cp", classPath(), "agency.steward.sandbox.SandboxServer"));
    await(uri("/_sandbox/workspaces"));
  }

  private static String classPath() {
    return APP.resolve("app") + "/*:" + APP.resolve("lib/main") + "/*:" + APP.resolve("lib/boot") + "/*";
  }

  /** The keys of a new fleet. */
  List<JsonNode> fleet(int workspaces, int members) {
    String body = "{\"workspaces\":%d,\"members\":%d,\"prefix\":\"bench\"}".formatted(workspaces, members);
    return json(send("POST", "/_sandbox/fleet", body)).valueStream().toList();
  }

  void behave(String rule) {
    send("PUT", "/_sandbox/behaviour", rule);
  }

  /** What was asked after a line of the journal. */
  List<JsonNode> journal(long after) {
    return send("GET", "/_sandbox/journal?after=" + after, "").lines().filter(l -> !l.isBlank()).map(Sandbox::json).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
