package agency.steward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The local package in a process of its own, on free ports. */
public final class StewardProcess implements AutoCloseable {
  static final String APP = "steward.local.app";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path log;
  private final Map<String, String> environment;

  private StewardProcess(Process process, Path log, Map<String, String> environment) {
    this.process = process;
    this.log = log;
    this.environment = environment;
  }

  /** Three ports that nobody uses, and a directory. */
  public static Map<String, String> environment(Path data) {
    return Map.of(
        "STEWARD_LOCAL_DATA", data.toString(),
        "QUARKUS_HTTP_PORT", freePort(),
        "QUARKUS_MANAGEMENT_PORT", freePort(),
        "SANDBOX_PORT", freePort());
  }

  private static String freePort() {
    try (var socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StewardProcess start(Map<String, String> environment) {
    return start(environment, List.of());
  }

  /**
   * @param options of its JVM
   */
  public static StewardProcess start(Map<String, String> environment, List<String> options) {
    try {
      Path log = Files.createTempFile("steward", ".log");
      String java = ProcessHandle.current().info().command().orElseThrow();
      Path app = Path.of(System.getProperty(APP));
      String known = "-XX:AOTCache=" + app.resolve("steward.aot");
      String jar = app.resolve("quarkus-run.jar").toString();
      var command =
          new ArrayList<>(
              List.of(java, "--sun-misc-unsafe-memory-access=allow", "-Xlog:aot*=off", known));
      command.addAll(options);
      command.addAll(List.of("-jar", jar));
      var builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|STEWARD|SANDBOX)_.*"));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new StewardProcess(builder.start(), log, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public StewardProcess untilReady() {
    return untilItSays("Steward is ready");
  }

  StewardProcess untilItSays(String words) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast("It ended; see " + log, () -> !process.isAlive() && !log().contains(words))
        .until(() -> log().contains(words));
    return this;
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String token() {
    return send("QUARKUS_HTTP_PORT", "GET", "/local/token", "", "").body();
  }

  JsonNode get(String path, String token) {
    return json(answer(path, token));
  }

  HttpResponse<String> answer(String path, String token) {
    return send("QUARKUS_HTTP_PORT", "GET", path, token, "");
  }

  JsonNode sandbox(String path) {
    return json(send("SANDBOX_PORT", "GET", path, "", ""));
  }

  void behave(String rule) {
    send("SANDBOX_PORT", "PUT", "/_sandbox/behaviour", "", rule);
  }

  String metrics() {
    return send("QUARKUS_MANAGEMENT_PORT", "GET", "/q/metrics", "", "").body();
  }

  JsonNode patch(String path, String token, String body) {
    return json(send("QUARKUS_HTTP_PORT", "PATCH", path, token, body));
  }

  private HttpResponse<String> send(
      String port, String method, String path, String token, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.get(port) + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it writes what it has to say. */
  public Path logFile() {
    return log;
  }

  public long pid() {
    return process.pid();
  }

  /** As {@code kill -9}: returns when it is no more. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** {@code INT} is what Ctrl-C sends. */
  public void signal(String name) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits for its end.
   *
   * @return the exit status
   */
  int ended() {
    await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /** A shell in the background of a script hands on its deafness to Ctrl-C. */
  boolean hearsControlC() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    return !Files.exists(status)
        || Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .allMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) == 0);
  }

  @Override
  public void close() {
    process.destroy();
    ended();
  }
}
