package agency.steward.sandbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;

/** An answer, and how to look into it. */
record Reply(HttpResponse<String> raw) {
  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return raw.statusCode();
  }

  JsonNode json() {
    return json(raw.body());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  String message() {
    return json().path("message").asText();
  }

  /** A field as text, by name or by pointer. */
  String text(String field) {
    return (field.startsWith("/") ? json().at(field) : json().path(field)).asText();
  }

  /** One field of every row of a list. */
  List<String> items(String field) {
    return json().path("items").valueStream().map(item -> item.path(field).asText()).toList();
  }

  /** Empty when nothing follows. */
  String cursor() {
    return json().path("next_starting_after").asText("");
  }

  String header(String name) {
    return raw.headers().firstValue(name).orElse("");
  }
}
