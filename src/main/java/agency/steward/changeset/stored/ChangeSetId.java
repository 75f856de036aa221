package agency.steward.changeset.stored;

import agency.steward.ids.Ids;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A UUIDv7; sorts by the time of its making. */
public record ChangeSetId(UUID value) {
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public static ChangeSetId next() {
    return new ChangeSetId(Ids.next());
  }

  /** Reads only the canonical lower-case form; whatever else is asked for does not exist. */
  public static Optional<ChangeSetId> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Optional.of(new ChangeSetId(UUID.fromString(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
