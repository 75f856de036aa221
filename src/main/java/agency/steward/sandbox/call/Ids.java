package agency.steward.sandbox.call;

import java.util.Optional;
import java.util.UUID;

/** Reads ids; whatever is none cannot be found. */
public final class Ids {
  private static final int LENGTH = 36;

  private Ids() {}

  public static Optional<UUID> read(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
