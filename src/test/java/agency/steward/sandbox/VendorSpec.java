package agency.steward.sandbox;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The vendor's own OpenAPI document (a copy of its slice about access), against which every answer
 * is held. What goes beyond it is listed here and nowhere else.
 */
final class VendorSpec {
  /** Operations and statuses that the document does not name, and why the sandbox has them. */
  private static final Map<Pattern, String> BEYOND =
      Map.of(
          Pattern.compile("(GET|PATCH|DELETE) .* 400"),
          "facts.md 4: no 400 is documented there, though there will surely be one",
          Pattern.compile(
              "POST .*/(toggle-resource|change-owner|whitelabel-domain|resume|test) 400"),
          "facts.md 4: as above",
          Pattern.compile("POST .*/schedule-for-removal 400"),
          "facts.md 4: as above",
          Pattern.compile(".* 403"),
          "facts.md 1.1, 1.4 and 5: the edge, delegation, and a missing scope where it is no 401",
          Pattern.compile("POST .* (413|415)"),
          "what Fastify says to a body that is too large or no JSON",
          Pattern.compile("POST /api/v2/workspace-members 409"),
          "facts.md 4.1: a second invitation; the code is not documented");

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createFor("instantly/openapi.json").build();
  private static final JsonNode DOCUMENT = document();

  private VendorSpec() {}

  /** Such as {@code GET /api/v2/workspace-members/{id}}. */
  static Set<String> operations() {
    return DOCUMENT.get("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .map(one -> one.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .collect(toUnmodifiableSet());
  }

  static void check(String method, String path, Reply reply) {
    String operation = operation(method, path);
    if (!documented(operation, reply.status())) {
      String what = operation + " " + reply.status();
      assertThat(BEYOND.keySet())
          .as("%s is neither documented nor an exception: %s", what, reply.raw().body())
          .anyMatch(beyond -> beyond.matcher(what).matches());
      return;
    }
    // The validator refuses top-level domains that do not exist, and those of these tests do not
    var response =
        SimpleResponse.Builder.status(reply.status())
            .withContentType(reply.header("Content-Type"))
            .withBody(reply.raw().body().replace(".example", ".com"))
            .build();
    assertThat(
            VALIDATOR
                .validateResponse(path, Request.Method.valueOf(method), response)
                .getMessages())
        .as("%s %s: %s", method, path, reply.raw().body())
        .filteredOn(message -> !contradiction(operation, message.getMessage()))
        .isEmpty();
  }

  /**
   * What the document says against itself: the rows of accounts are all of two schemas that each
   * allow nothing of the other.
   */
  private static boolean contradiction(String operation, String message) {
    return operation.equals("GET /api/v2/accounts")
        && message.contains("the schema does not allow additional properties");
  }

  /** The operation of a path, a fixed one before one with a variable. */
  static String operation(String method, String path) {
    return operations().stream()
        .filter(one -> one.startsWith(method + " "))
        .filter(one -> path.matches(one.substring(method.length() + 1).replace("{id}", "[^/]+")))
        .min(Comparator.comparing(one -> one.contains("{id}")))
        .orElseThrow(() -> new AssertionError("Not in the document: " + method + " " + path));
  }

  private static boolean documented(String operation, int status) {
    String[] parts = operation.split(" ", 2);
    return DOCUMENT
        .get("paths")
        .get(parts[1])
        .get(parts[0].toLowerCase(Locale.ROOT))
        .get("responses")
        .has(String.valueOf(status));
  }

  private static JsonNode document() {
    try (InputStream file =
        VendorSpec.class.getClassLoader().getResourceAsStream("instantly/openapi.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
