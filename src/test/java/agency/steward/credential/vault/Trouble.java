package agency.steward.credential.vault;

import agency.steward.credential.vault.FakeKv.Reply;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** How Vault, or what stands in front of it, can fail to be of use. */
interface Trouble {
  Trouble NONE = exchange -> false;

  Trouble SEALED = says(503, Map.of("errors", new String[] {"Vault is sealed"}));
  Trouble RATE_LIMITED =
      says(429, Map.of("errors", new String[] {"request path: rate limit quota exceeded"}));
  Trouble FAILED = says(500, Map.of("errors", new String[] {"1 error occurred: storage"}));
  Trouble A_PROXY = saysText(502, "text/html", "<html><h1>Bad Gateway</h1></html>");
  Trouble HTML = saysText(200, "text/html", "<html>Sign in to the guest network</html>");
  Trouble NO_JSON = saysText(200, "application/json", "{\"data\":{\"data\":{\"api_k");
  Trouble AN_EMPTY_OBJECT = saysText(200, "application/json", "{}");
  Trouble EMPTY = saysText(200, "application/json", "");
  Trouble NULL = saysText(200, "application/json", "null");
  Trouble A_NUMBER_FOR_A_KEY =
      saysText(
          200,
          "application/json",
          "{\"data\":{\"data\":{\"api_key\":17},\"metadata\":{\"version\":1}}}");
  Trouble ANOTHER_VERSION =
      saysText(
          200,
          "application/json",
          "{\"data\":{\"data\":{\"api_key\":\"other\"},\"metadata\":{\"version\":99}}}");
  Trouble A_KEY_WITH_A_LINE_BREAK =
      saysText(
          200,
          "application/json",
          "{\"data\":{\"data\":{\"api_key\":\"a\\nb\"},\"metadata\":{\"version\":1}}}");
  Trouble HUNG_UP =
      exchange -> {
        exchange.close();
        return true;
      };
  Trouble CUT_OFF =
      exchange -> {
        exchange.sendResponseHeaders(200, 4000);
        exchange.getResponseBody().write("{\"data\":".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
        return true;
      };

  /** Says whether it has answered, or will never. */
  boolean answers(HttpExchange exchange) throws IOException, InterruptedException;

  /** No answer until the latch opens, and none after it. */
  static Trouble silentUntil(CountDownLatch latch) {
    return exchange -> {
      latch.await();
      return true;
    };
  }

  /** Right, but only when the latch opens. */
  static Trouble slowUntil(CountDownLatch latch) {
    return exchange -> {
      latch.await();
      return false;
    };
  }

  /** It begins to answer and never ends. */
  static Trouble dribblingUntil(CountDownLatch latch) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      latch.await();
      return true;
    };
  }

  static Trouble says(int status, Map<String, Object> body) {
    return exchange -> {
      answer(exchange, new Reply(status, body));
      return true;
    };
  }

  static Trouble saysText(int status, String type, String body) {
    return exchange -> {
      send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
      return true;
    };
  }

  static void answer(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.status() == 204) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    byte[] body = new ObjectMapper().writeValueAsBytes(reply.body());
    send(exchange, reply.status(), "application/json", body);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
