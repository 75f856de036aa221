package bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Steward from its local package, in a process of its own, with a database of its own. */
final class Steward extends Server {
  private String token = "";

  Steward(Path directory, Sandbox sandbox, List<String> options) throws InterruptedException {
    int port = freePort();
    int management = freePort();
    var arguments = new ArrayList<String>(options);
    arguments.addAll(List.of("-jar", APP.resolve("quarkus-run.jar").toString()));
    super(
        port,
        directory.resolve("steward.log"),
        Map.of(
            "QUARKUS_HTTP_PORT", String.valueOf(port),
            "QUARKUS_MANAGEMENT_PORT", String.valueOf(management),
            "STEWARD_LOCAL_DATA", directory.resolve("data").toString(),
            "STEWARD_INSTANTLY_BASE_URL", sandbox.uri("").toString()),
        arguments);
    await(uri("/local/token"));
    token = send("GET", "/local/token", "").strip();
  }

  String bearer() {
    return "Bearer " + token;
  }

  /** Registers a workspace for each key, sixteen at a time. */
  void register(List<String> keys) throws Exception {
    var atOnce = new Semaphore(16);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (String key : keys) {
        atOnce.acquire();
        all.add(
            threads.submit(
                () -> {
                  try {
                    send(
                        "POST",
                        "/v1/workspaces",
                        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"%s\"}}".formatted(key),
                        "Authorization", bearer(),
                        "Idempotency-Key", UUID.randomUUID().toString());
                  } finally {
                    atOnce.release();
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }
}
