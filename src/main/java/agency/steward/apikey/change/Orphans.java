package agency.steward.apikey.change;

import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The key that may have come from a write that was never answered. Instantly knows no idempotency
 * key and names of keys are not unique (facts.md 4.4), so it is found by name, scopes, time, and
 * that it was not there before.
 */
final class Orphans {
  static final String ASKED_AT = "asked_at";
  static final String KEY_IDS = "key_ids";

  /** Clocks differ, and an unanswered write may come late. */
  private static final Duration AROUND = Duration.ofMinutes(3);

  private Orphans() {}

  /** More than one: it cannot be told which, and none of them may be touched. */
  static List<ObjectNode> among(List<ObjectNode> all, Intent intent, Change change) {
    Set<String> before = before(change);
    return all.stream()
        .filter(key -> !before.contains(Keys.id(key)))
        .filter(key -> isAsAsked(key, intent))
        .filter(key -> isOfThatTime(key, intent))
        .toList();
  }

  static boolean isAsAsked(ObjectNode key, Intent intent) {
    return key.path(Keys.NAME).asText().equals(intent.data().path(Keys.NAME).asText())
        && new HashSet<>(Keys.scopes(key)).equals(new HashSet<>(Keys.scopes(intent.data())));
  }

  private static Set<String> before(Change change) {
    var ids = new HashSet<String>();
    change.before().ifPresent(before -> before.path(KEY_IDS).forEach(id -> ids.add(id.asText())));
    return ids;
  }

  /** A key that does not say when it was made is nobody's orphan. */
  private static boolean isOfThatTime(ObjectNode key, Intent intent) {
    Optional<Instant> made = moment(key.path("timestamp_created").asText());
    Optional<Instant> asked = moment(intent.data().path(ASKED_AT).asText());
    return made.isPresent()
        && asked
            .filter(moment -> Duration.between(moment, made.get()).abs().compareTo(AROUND) <= 0)
            .isPresent();
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
