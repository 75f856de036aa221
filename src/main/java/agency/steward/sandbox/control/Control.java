package agency.steward.sandbox.control;

import static java.util.Objects.requireNonNull;

import agency.steward.sandbox.behaviour.Switchboard;
import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.journal.Journal;
import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/** Everything under {@code /_sandbox}. Works off the event loops, since a fleet takes a while. */
public final class Control implements Handler<HttpServerRequest> {
  public static final String BASE = "/_sandbox/";
  private static final Logger LOG = Logger.getLogger(Control.class);

  private final Vertx vertx;
  private final Switchboard switchboard;
  private final Journal journal;
  private final World world;
  private final Founding founding;
  private final AppOnly appOnly;
  private final JournalReader reader;

  public Control(
      Vertx vertx, InstantSource clock, World world, Switchboard switchboard, Journal journal) {
    this.vertx = vertx;
    this.world = world;
    this.switchboard = switchboard;
    this.journal = journal;
    this.founding = new Founding(world, clock);
    this.appOnly = new AppOnly(world, clock);
    this.reader = new JournalReader(journal);
  }

  public static boolean isFor(HttpServerRequest request) {
    String path = request.path();
    return path != null && path.startsWith(BASE);
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (request.method().name().equals("GET") && (BASE + "journal").equals(request.path())) {
      reader.send(request);
      return;
    }
    request
        .body()
        .compose(body -> vertx.executeBlocking(() -> answer(request, body), false))
        .onSuccess(answer -> send(request, answer));
  }

  private static void send(HttpServerRequest request, Answer answer) {
    request
        .response()
        .setStatusCode(answer.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
        .end(Buffer.buffer(answer.body()));
  }

  private Answer answer(HttpServerRequest request, Buffer sent) {
    try {
      List<String> path =
          List.of(requireNonNull(request.path()).substring(BASE.length()).split("/"));
      return route(request.method().name(), path, Json.read(sent.getBytes()));
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (Misfit misfit) {
      return Answer.error(400, misfit.why());
    } catch (RuntimeException bug) {
      LOG.errorf(bug, "%s %s failed", request.method(), request.path());
      return Answer.error(500, "The sandbox failed; its log says why");
    }
  }

  private Answer route(String method, List<String> path, JsonNode body) {
    return switch (method + " " + shape(path)) {
      case "GET workspaces" -> founding.list();
      case "POST workspaces" -> founding.workspace(body);
      case "POST fleet" -> founding.fleet(body);
      case "PATCH workspaces/*" -> founding.patch(path.get(1), body);
      case "POST workspaces/*/members/*/accept" -> appOnly.accept(path.get(1), path.get(3));
      case "POST workspaces/*/sec" -> appOnly.sec(path.get(1));
      case "POST group-links/*/accept" -> appOnly.acceptLink(path.get(1));
      case "POST group-links/*/reject" -> appOnly.rejectLink(path.get(1));
      case "PUT behaviour" -> behave(body);
      case "GET behaviour" -> switchboardRules();
      case "POST reset" -> reset();
      default -> throw new Refusal(404, "Nothing of the sandbox at " + method + " " + path);
    };
  }

  /** Ids, which stand at every second place, as stars. */
  private static String shape(List<String> path) {
    String[] shape = path.toArray(String[]::new);
    for (int i = 1; i < shape.length; i += 2) {
      boolean verb = i == shape.length - 1 && shape.length > 2;
      shape[i] = verb ? shape[i] : "*";
    }
    return String.join("/", Arrays.asList(shape));
  }

  private Answer behave(JsonNode rule) {
    switchboard.put(rule);
    return switchboardRules();
  }

  private Answer switchboardRules() {
    return new Answer(200, Answer.JSON, switchboard.json());
  }

  private Answer reset() {
    world.reset();
    switchboard.clear();
    journal.clear();
    return Answer.ok(new JsonOut().object().endObject());
  }
}
