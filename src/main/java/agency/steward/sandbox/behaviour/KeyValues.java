package agency.steward.sandbox.behaviour;

import org.jspecify.annotations.Nullable;

/** What stands in {@code key} of a key that is listed or deleted. */
public enum KeyValues {
  FULL,
  MASKED,
  ABSENT;

  /** Null leaves the field out. */
  public @Nullable String show(String secret) {
    return switch (this) {
      case FULL -> secret;
      case MASKED -> secret.substring(0, 4) + "****";
      case ABSENT -> null;
    };
  }
}
