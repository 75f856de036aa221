package agency.steward.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** JSON over HTTP with a server on this machine. */
final class Door {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String base;
  private final Optional<String> bearer;

  private Door(HttpClient http, String base, Optional<String> bearer) {
    this.http = http;
    this.base = base;
    this.bearer = bearer;
  }

  static Door to(String base) {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Door(http, base, Optional.empty());
  }

  /** The same server, asked by somebody. */
  Door as(String token) {
    return new Door(http, base, Optional.of(token));
  }

  JsonNode get(String path) {
    return require(answer("GET", path, Map.of()), path);
  }

  JsonNode send(String method, String path, Map<String, ?> body) {
    return require(answer(method, path, body), path);
  }

  /** Sends without a body, as Instantly wants a DELETE. */
  void delete(String path) {
    require(answer("DELETE", path, Map.of()), path);
  }

  private static JsonNode require(Answer answer, String path) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  private record Answer(int status, JsonNode body) {}

  private Answer answer(String method, String path, Map<String, ?> body) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
    bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      if (body.isEmpty()) {
        request.method(method, BodyPublishers.noBody());
      } else {
        request.header("Content-Type", "application/json");
        request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
      }
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
