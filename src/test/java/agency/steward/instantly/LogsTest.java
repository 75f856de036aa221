package agency.steward.instantly;

import static agency.steward.instantly.Upstream.breakOff;
import static agency.steward.instantly.Upstream.hangUp;
import static agency.steward.instantly.Upstream.json;
import static agency.steward.instantly.Upstream.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Accident 17, at the place where the key and the bodies are. */
class LogsTest {
  private static final String VALUE =
      "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbg==";
  private static final String HUSH = "hush-hush-sec-token";

  @RegisterExtension final Served served = new Served();

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = Logger.getLogger("");
  private final Handler listener = new Listener();

  private final class Listener extends Handler {
    @Override
    public void publish(LogRecord line) {
      var trace = new StringWriter();
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(new PrintWriter(trace));
      }
      lines.add(line.getMessage() + List.of(params(line)) + trace);
    }

    private static Object[] params(LogRecord line) {
      return line.getParameters() == null ? new Object[0] : line.getParameters();
    }

    @Override
    public void flush() {
      // nothing is kept
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @BeforeEach
  void listen() {
    listener.setLevel(Level.ALL);
    root.addHandler(listener);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void restore() {
    root.removeHandler(listener);
    root.setLevel(Level.INFO);
  }

  @Test
  void accident17_noKeyAndNoBodyIsInAnyLogLineOrException() {
    Workspace workspace = served.client().own("iw-1", Client.KEY);
    ObjectNode owner = JsonNodeFactory.instance.objectNode().put("sec", HUSH);
    String keys = "{\"items\":[{\"id\":\"k1\",\"key\":\"" + VALUE + "\"}]}";
    served
        .upstream()
        .on("GET /workspaces/current", json("{\"id\":\"iw-1\"}"))
        .on("GET /api-keys", json(keys))
        .on("POST /a", hangUp())
        .on("POST /b", breakOff(VALUE))
        .on("POST /c", says(400, "Bad Request", HUSH.repeat(3) + Client.KEY))
        .on("GET /d", says(401, "Unauthorized", "no " + Client.KEY));
    InstantlyWorkspace bound = served.client().in(workspace);

    bound.list(Listing.API_KEYS, Map.of());
    List<Throwable> failures =
        List.of(
            catchThrowable(() -> bound.post("/a", owner)),
            catchThrowable(() -> bound.post("/b", owner)),
            catchThrowable(() -> bound.post("/c", owner)),
            catchThrowable(() -> bound.get("/d")));
    for (Throwable failure : failures) {
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      lines.add(trace + " " + ((InstantlyException) failure).problem());
    }

    assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
    assertThat(lines).noneMatch(line -> line.contains(Client.KEY));
    assertThat(lines).noneMatch(line -> line.contains("Bearer"));
    assertThat(lines).noneMatch(line -> line.contains(VALUE));
  }

  @Test
  void accident17_whatComesBehindAnAnswerIsInNoLogLineEither() throws IOException {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"items\":";
    try (var liar = new Liar();
        var client = new Client(served.vertx(), liar.port())) {
      Workspace workspace = client.own("iw-1", Client.KEY);
      liar.says(Liar.raw(half + "[{\"key\":\"" + VALUE + "\"}]}\r\n\r\n"));

      assertThat(catchThrowable(() -> client.in(workspace).list(Listing.API_KEYS, Map.of())))
          .isInstanceOf(InstantlyException.class);
      await().until(() -> liar.requests() > 0 && liar.open() == 0);
    }

    String inCapitals = VALUE.toUpperCase(Locale.ROOT);
    assertThat(lines).noneMatch(line -> line.toUpperCase(Locale.ROOT).contains(inCapitals));
  }
}
