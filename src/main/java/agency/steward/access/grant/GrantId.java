package agency.steward.access.grant;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Steward's id of a grant: a UUIDv7. */
public record GrantId(UUID value) {
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Reads only the canonical lower-case form; whatever else is asked for does not exist. */
  public static Optional<GrantId> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Optional.of(new GrantId(UUID.fromString(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
