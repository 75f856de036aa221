package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Somebody who asks Steward for something, and asks for the very same again for as long as nobody
 * answers.
 */
final class Person {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final String steward;
  private final String name;
  private final String groups;
  private Optional<String> token = Optional.empty();

  Person(String steward, String name, String groups) {
    this.steward = steward;
    this.name = name;
    this.groups = groups;
  }

  /** Keyed, so that it is done once however often it is said. */
  Answer post(String path, String body) {
    return ask("POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  Answer patch(String path, String body) {
    return ask("PATCH", path, body, Map.of());
  }

  Answer get(String path) {
    return ask("GET", path, "", Map.of());
  }

  /** Looks again and again, until it is so. */
  JsonNode until(String path, Predicate<JsonNode> reached) {
    long began = System.nanoTime();
    JsonNode now = get(path).required().json();
    while (!reached.test(now)) {
      if (Duration.ofNanos(System.nanoTime() - began).compareTo(PATIENCE) > 0) {
        throw new AssertionError(path + " is still " + now);
      }
      pause();
      now = get(path).required().json();
    }
    return now;
  }

  private Answer ask(String method, String path, String body, Map<String, String> more) {
    long began = System.nanoTime();
    String last = "nothing";
    while (Duration.ofNanos(System.nanoTime() - began).compareTo(PATIENCE) < 0) {
      try {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + token());
        Answer answer = Web.send(method, steward + path, body, headers);
        if (!isPassing(answer)) {
          return answer;
        }
        last = answer.toString();
      } catch (IOException nobody) {
        last = nobody.toString();
      }
      pause();
    }
    throw new AssertionError(method + " " + path + " was never answered, at last: " + last);
  }

  /**
   * Something is away, the first request still runs, or whoever has died still holds the subject:
   * to be asked again.
   */
  private static boolean isPassing(Answer answer) {
    return answer.status() == 503
        || answer.status() == 409 && answer.json().path("retryable").asBoolean();
  }

  private String token() throws IOException {
    if (token.isEmpty()) {
      String path = "/local/token?sub=" + name + "&groups=" + groups;
      Answer answer = Web.send("GET", steward + path, "", Map.of());
      if (!answer.isGood()) {
        throw new IOException("no token: " + answer);
      }
      token = Optional.of(answer.body().strip());
    }
    return token.get();
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
