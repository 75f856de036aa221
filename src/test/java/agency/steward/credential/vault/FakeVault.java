package agency.steward.credential.vault;

import agency.steward.credential.vault.FakeKv.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Vault over real HTTP: logins, a policy, a KV engine of version 2 at {@code secret}, and whatever
 * {@link Trouble} a test gives it.
 */
final class FakeVault implements AutoCloseable {
  static final String TOKEN = "hvs.test-token";
  static final String ROLE_ID = "steward-role";
  static final String SECRET_ID = "steward-secret-id";
  static final String KUBERNETES_ROLE = "steward";
  static final String JWT = "service-account.jwt";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KV = Set.of("data", "metadata", "destroy");

  final FakeKv kv = new FakeKv();
  final List<String> journal = new CopyOnWriteArrayList<>();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final AtomicInteger logins = new AtomicInteger();
  private final VaultPolicy policy = VaultPolicy.ofTheManual();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Trouble trouble = Trouble.NONE;

  FakeVault() {
    this(0);
  }

  FakeVault(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.setExecutor(threads);
      server.createContext("/", this::serve);
      server.start();
      tokens.add(TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on. */
  void has(Trouble next) {
    trouble = next;
  }

  /** For the next request only. */
  void hasOnce(Trouble next) {
    trouble =
        exchange -> {
          trouble = Trouble.NONE;
          return next.answers(exchange);
        };
  }

  void isWell() {
    trouble = Trouble.NONE;
  }

  /** All logins so far end. */
  void revokeTokens() {
    tokens.clear();
  }

  List<String> requests(String beginning) {
    return journal.stream().filter(line -> line.startsWith(beginning)).toList();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/v1/".length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      journal.add(exchange.getRequestMethod() + " " + path);
      if (!trouble.answers(exchange)) {
        Trouble.answer(exchange, reply(exchange, path, body));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      e.printStackTrace(); // the server itself would only hang up
      throw e;
    }
  }

  private Reply reply(HttpExchange exchange, String path, byte[] bytes) throws IOException {
    JsonNode body = JSON.readTree(bytes);
    if (path.startsWith("auth/") && path.endsWith("/login")) {
      return login(path, body);
    }
    if (!tokens.contains(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
      return Reply.error(403, "permission denied", "invalid token");
    }
    String[] parts = path.split("/", 3);
    if (parts.length < 3 || !parts[0].equals("secret") || !KV.contains(parts[1])) {
      return Reply.error(404, "no handler for route \"" + path + "\". route entry not found.");
    }
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    return kv(exchange.getRequestMethod(), path, parts, query, body);
  }

  private Reply kv(String method, String path, String[] parts, String query, JsonNode body) {
    String secret = parts[2];
    String operation = method + " " + parts[1];
    String capability =
        switch (operation) {
          case "GET data", "GET metadata" -> "read";
          case "POST data", "PUT data" -> kv.has(secret) ? "update" : "create";
          case "POST destroy", "PUT destroy" -> "update";
          case "DELETE metadata" -> "delete";
          default -> "nothing Steward should do";
        };
    if (!policy.allows(path, capability)) {
      return Reply.error(403, "1 error occurred:\n\t* permission denied\n\n");
    }
    return switch (operation) {
      case "GET data" -> kv.read(secret, Integer.parseInt(query.replace("version=", "")));
      case "GET metadata" -> kv.readMetadata(secret);
      case "DELETE metadata" -> kv.deleteMetadata(secret);
      case "POST destroy", "PUT destroy" ->
          kv.destroy(secret, List.of(JSON.convertValue(body.get("versions"), Integer[].class)));
      default ->
          kv.write(
              secret,
              body.at("/options/cas").asInt(-1),
              JSON.convertValue(body.get("data"), Map.class));
    };
  }

  private Reply login(String path, JsonNode body) {
    boolean right =
        switch (path) {
          case "auth/approle/login" ->
              body.path("role_id").asText().equals(ROLE_ID)
                  && body.path("secret_id").asText().equals(SECRET_ID);
          case "auth/kubernetes/login" ->
              body.path("role").asText().equals(KUBERNETES_ROLE)
                  && body.path("jwt").asText().equals(JWT);
          default -> false;
        };
    if (!right) {
      return path.contains("approle")
          ? Reply.error(400, "invalid role or secret ID")
          : Reply.error(403, "permission denied");
    }
    String token = "hvs.login-" + logins.incrementAndGet();
    tokens.add(token);
    return new Reply(
        200,
        Map.of(
            "auth",
            Map.of(
                "client_token",
                token,
                "accessor",
                "a",
                "policies",
                List.of("default", "steward"),
                "token_policies",
                List.of("default", "steward"),
                "metadata",
                Map.of("role_name", "steward"),
                "lease_duration",
                3600,
                "renewable",
                true,
                "entity_id",
                "e",
                "token_type",
                "service",
                "orphan",
                true)));
  }

  @Override
  public void close() {
    isWell();
    server.stop(0);
    threads.shutdownNow();
  }
}
