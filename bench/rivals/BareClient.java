import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * The bare client below Steward doing the same calls and nothing else: what a JVM cannot be much faster than. It parses
 * each answer, as whoever wants the rows has to. Orders and files as in {@code node.js}; it keeps to {@code atOnce}.
 */
class BareClient {
  private static final Vertx VERTX = Vertx.vertx();

  /** Calls that are ready to be sent. */
  private record Work(HttpClient client, List<RequestOptions> calls, Buffer body) {
    static Work of(JsonObject file) {
      int atOnce = file.getInteger("atOnce", 1024);
      var client =
          VERTX.createHttpClient(
              new HttpClientOptions().setKeepAliveTimeout(60).setDecompressionSupported(false),
              new PoolOptions().setHttp1MaxSize(atOnce).setEventLoopSize(Runtime.getRuntime().availableProcessors()));
      String body = file.getString("body");
      var calls = new ArrayList<RequestOptions>();
      for (Object each : file.getJsonArray("calls")) {
        var call = (JsonArray) each;
        var options =
            new RequestOptions()
                .setMethod(HttpMethod.valueOf(file.getString("method")))
                .setAbsoluteURI(file.getString("base") + call.getString(0))
                .putHeader("Authorization", "Bearer " + call.getString(1))
                .putHeader("User-Agent", "rival");
        calls.add(body == null ? options : options.putHeader("Content-Type", "application/json"));
      }
      return new Work(client, calls, body == null ? null : Buffer.buffer(body));
    }

    JsonObject go() throws InterruptedException, ExecutionException {
      var answers = calls.stream().map(this::send).collect(Collectors.toList());
      Future.join(answers).otherwiseEmpty().toCompletionStage().toCompletableFuture().get();
      long rows = answers.stream().filter(Future::succeeded).mapToLong(Future::result).sum();
      var said = new JsonObject().put("ok", answers.stream().filter(Future::succeeded).count()).put("rows", rows);
      answers.stream().filter(Future::failed).findFirst().ifPresent(f -> said.put("failure", f.cause().toString()));
      return said;
    }

    private Future<Long> send(RequestOptions call) {
      return client.request(call).compose(this::sent);
    }

    /** All of it on the event loop: a body that comes before it is asked for would be lost. */
    private Future<Long> sent(HttpClientRequest request) {
      return (body == null ? request.send() : request.send(body))
          .compose(
              response ->
                  response.statusCode() == 200 ? response.body() : Future.failedFuture("" + response.statusCode()))
          .map(read -> (long) read.toJsonObject().getJsonArray("items", new JsonArray().add(0)).size());
    }
  }

  public static void main(String[] args) throws Exception {
    Map<String, Work> prepared = new HashMap<>();
    var orders = new BufferedReader(new InputStreamReader(System.in));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String file = line.substring(line.indexOf(' ') + 1);
      if (line.startsWith("prepare ")) {
        prepared.put(file, Work.of(new JsonObject(Files.readString(Path.of(file)))));
        System.out.println(new JsonObject().put("prepared", prepared.get(file).calls().size()).encode());
      } else {
        System.out.println(prepared.get(file).go().encode());
      }
    }
    System.exit(0);
  }
}
