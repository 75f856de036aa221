package agency.steward.sandbox.call;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The query of a call. Parameters nobody knows are not looked at. */
public record Query(MultiMap parameters) {
  private static final UUID NOTHING = new UUID(0, 0);

  /** Empty counts as absent. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(value(name));
  }

  /** A comma-separated list; empty counts as absent. */
  public Optional<List<String>> texts(String name) {
    return text(name)
        .map(csv ->
            Arrays.stream(csv.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  /** One that is no id is kept as an id that nothing has: a filter must not vanish with it. */
  public Optional<List<UUID>> ids(String name) {
    return texts(name).map(all -> all.stream().map(id -> Ids.read(id).orElse(NOTHING)).toList());
  }

  public Optional<Boolean> flag(String name) {
    return text(name)
        .map(text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw wrong(name, "be boolean");
            });
  }

  public OptionalInt integer(String name) {
    String value = value(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(value));
    } catch (NumberFormatException notANumber) {
      throw wrong(name, "be integer");
    }
  }

  /** One of a few numbers. */
  public OptionalInt integerOf(String name, List<Integer> allowed) {
    OptionalInt value = integer(name);
    if (value.isPresent() && !allowed.contains(value.getAsInt())) {
      throw wrong(name, "be equal to one of the allowed values");
    }
    return value;
  }

  /** One of a few words. */
  public Optional<String> textOf(String name, List<String> allowed) {
    Optional<String> value = text(name);
    if (value.isPresent() && !allowed.contains(value.get())) {
      throw wrong(name, "be equal to one of the allowed values");
    }
    return value;
  }

  /** A {@code starting_after} that no page of the list has given out. */
  public static Refusal wrongCursor() {
    return wrong("starting_after", "be a cursor of this list");
  }

  public static Refusal wrong(String name, String what) {
    return Refusal.badRequest("querystring/" + name + " must " + what);
  }

  private @Nullable String value(String name) {
    String value = parameters.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
