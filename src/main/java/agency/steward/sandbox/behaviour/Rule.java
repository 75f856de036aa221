package agency.steward.sandbox.behaviour;

import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What is said about some calls of one workspace, or of all. */
record Rule(Optional<UUID> workspace, Match match, Settings settings) {
  private static final ObjectShape SHAPE =
      Setting.in(
          Shape.object()
              .optional("workspace_id", Texts.uuid())
              .optional(
                  "match",
                  Shape.object()
                      .optional("method", Texts.matching("^(?i:|GET|HEAD|POST|PUT|PATCH|DELETE)$"))
                      .optional("path", Texts.matching("^/?[^\\s?]+$"))));

  static Rule of(JsonNode json) throws Misfit {
    SHAPE.check("body", json);
    return new Rule(
        Optional.ofNullable(json.path("workspace_id").textValue()).map(UUID::fromString),
        json.has("match") ? Match.of(json.get("match")) : Match.EVERYTHING,
        Settings.of(json));
  }

  static Rule of(String json) {
    return of(Json.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same for the same workspace and match: there is one rule of each. */
  UUID id() {
    String about = workspace + " " + match.method() + " " + match.path();
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }

  /** The greater, the more it is about something particular. */
  int weight() {
    return (workspace.isPresent() ? 100_000 : 0)
        + match.path().length() * 2
        + (match.method().isEmpty() ? 0 : 1);
  }
}
