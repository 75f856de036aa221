package agency.steward.local.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** JSON over HTTP with a server on this machine. */
public final class Door {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String base;
  private final Optional<String> bearer;

  private Door(HttpClient http, String base, Optional<String> bearer) {
    this.http = http;
    this.base = base;
    this.bearer = bearer;
  }

  public static Door to(String base) {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Door(http, base, Optional.empty());
  }

  /** The same server, asked by somebody. */
  public Door as(String token) {
    return new Door(http, base, Optional.of(token));
  }

  public JsonNode get(String path) {
    return require(answer("GET", path, Map.of()), path);
  }

  public JsonNode send(String method, String path, Map<String, ?> body) {
    return require(answer(method, path, body), path);
  }

  /** Sends without a body, as Instantly wants a DELETE. */
  public void delete(String path) {
    require(answer("DELETE", path, Map.of()), path);
  }

  /** In whatever format is asked for. */
  public String text(String path) {
    return required(answer("GET", path, Map.of()), path);
  }

  private static JsonNode require(HttpResponse<String> answer, String path) {
    try {
      return JSON.readTree(required(answer, path));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(path + " answered no JSON", e);
    }
  }

  private static String required(HttpResponse<String> answer, String path) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          path + " answered " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> answer(String method, String path, Map<String, ?> body) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
    bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      if (body.isEmpty()) {
        request.method(method, BodyPublishers.noBody());
      } else {
        request.header("Content-Type", "application/json");
        request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
      }
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
