package agency.steward.sandbox;

import com.fasterxml.jackson.core.JacksonException;
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
import java.util.List;

/** A client of the sandbox that knows no more of it than its address and a key. */
record Instantly(String base, String key) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer, and how to look into it. */
  record Reply(HttpResponse<String> raw) {
    int status() {
      return raw.statusCode();
    }

    JsonNode json() {
      try {
        return JSON.readTree(raw.body());
      } catch (JacksonException e) {
        throw new UncheckedIOException(e);
      }
    }

    String message() {
      return json().path("message").asText();
    }

    List<String> items(String field) {
      return json().path("items").valueStream().map(item -> item.path(field).asText()).toList();
    }
  }

  Reply get(String path, String... headers) {
    return call("GET", path, "", headers);
  }

  Reply post(String path, String body, String... headers) {
    return call("POST", path, body, headers);
  }

  Reply patch(String path, String body) {
    return call("PATCH", path, body);
  }

  Reply delete(String path, String... headers) {
    return call("DELETE", path, "", headers);
  }

  /** With the key, and the content type of JSON where there is a body. */
  Reply call(String method, String path, String body, String... headers) {
    HttpRequest.Builder request = request(method, "/api/v2/" + path, body, headers);
    request.header("Authorization", "Bearer " + key);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(request);
  }

  /** With nothing but the headers given. */
  Reply bare(String method, String path, String body, String... headers) {
    return send(request(method, path, body, headers));
  }

  private HttpRequest.Builder request(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
