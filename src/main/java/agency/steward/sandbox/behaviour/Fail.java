package agency.steward.sandbox.behaviour;

import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.Numbers;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A failure instead of an answer.
 *
 * @param rate the part of the calls that fail, of those that {@code times} still allows
 * @param body sent as it is, instead of Instantly's error body
 * @param afterWrite the write is done first
 * @param bytes of an oversized body
 */
public record Fail(
    int status,
    Optional<String> message,
    double rate,
    Often times,
    Map<String, String> headers,
    Optional<String> body,
    Optional<Garbage> garbage,
    boolean afterWrite,
    int bytes,
    Random random) {
  private static final int MEBIBYTE = 1 << 20;
  private static final long SEED = 20_260_102L;

  static final ObjectShape SHAPE =
      Shape.object()
          .required("status", Numbers.integer(200, 599))
          .optional("message", Texts.any())
          .optional("rate", Numbers.between(0, 1))
          .optional("times", Numbers.integer(0, Integer.MAX_VALUE))
          .optional("retry_after", Texts.any().or(Numbers.between(0, 86_400)))
          .optional("headers", Shape.anyObject())
          .optional("body", Texts.any())
          .optional("content_type", Texts.any())
          .optional("garbage", Texts.of(Words.of(Garbage.class)))
          .optional("after_write", Shape.flag())
          .optional("bytes", Numbers.integer(1, 256L * MEBIBYTE));

  static Fail of(JsonNode json) {
    return new Fail(
        json.get("status").intValue(),
        text(json, "message"),
        json.path("rate").asDouble(1),
        Often.times(json.path("times").asLong(Long.MAX_VALUE)),
        headers(json),
        text(json, "body"),
        text(json, "garbage").map(word -> Words.read(Garbage.class, word)),
        json.path("after_write").asBoolean(false),
        json.path("bytes").asInt(9 * MEBIBYTE),
        new Random(SEED));
  }

  /** Whether this call fails; one that the rate spares costs none of the times. */
  public boolean strikes() {
    return spared() ? false : times.now();
  }

  private boolean spared() {
    return rate < 1 && random.nextDouble() >= rate; // Random is safe for several threads
  }

  private static Map<String, String> headers(JsonNode json) {
    Map<String, String> headers = Json.textsByName(json.path("headers"));
    text(json, "content_type").ifPresent(type -> headers.put("Content-Type", type));
    if (json.has("retry_after")) {
      headers.put("Retry-After", json.get("retry_after").asText());
    }
    return headers;
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue());
  }
}
