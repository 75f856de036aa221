package agency.steward.local.seed;

import agency.steward.local.door.Door;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** As much of Steward's registration as seeding asks; it can end in the middle like a real one. */
final class StewardStub implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Steward's id of each workspace of Instantly's. */
  final Map<String, String> registered = new LinkedHashMap<>();

  private final HttpServer server;
  private final Door sandbox;
  private int answersLeft = Integer.MAX_VALUE;

  StewardStub(String sandboxUrl) throws IOException {
    sandbox = Door.to(sandboxUrl);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void endsAfter(int answers) {
    answersLeft = answers;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (answersLeft-- <= 0) {
      exchange.close();
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    if (method.equals("GET")) {
      String instantlyId = exchange.getRequestURI().getQuery().split("=", -1)[1];
      send(exchange, 200, Map.of("items", items(instantlyId)));
    } else if (path.endsWith("/import-group")) {
      group().forEach(this::register);
      send(exchange, 200, Map.of());
    } else if (path.equals("/v1/workspaces")) {
      JsonNode body = JSON.readTree(exchange.getRequestBody());
      String key = body.path("credential").path("api_key").asText();
      send(exchange, 201, Map.of("id", register(workspaceOf(key))));
    } else {
      send(exchange, 200, Map.of());
    }
  }

  private String workspaceOf(String key) {
    return sandbox.as(key).get("/api/v2/workspaces/current").path("id").asText();
  }

  private List<String> group() {
    return sandbox
        .get("/_sandbox/workspaces")
        .valueStream()
        .filter(each -> each.path("name").asText().matches("Northwind (Benelux|Iberia|Nordics)"))
        .map(each -> each.path("workspace_id").asText())
        .toList();
  }

  private List<Map<String, String>> items(String instantlyId) {
    return registered.containsKey(instantlyId)
        ? List.of(Map.of("id", registered.get(instantlyId)))
        : List.of();
  }

  private String register(String instantlyId) {
    return registered.computeIfAbsent(instantlyId, id -> UUID.randomUUID().toString());
  }

  private static void send(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
