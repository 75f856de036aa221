package agency.steward.access.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one can do with something (contract 5). */
public enum Verb {
  VIEW,
  CREATE,
  EDIT,
  DELETE,
  LAUNCH,
  IMPORT;

  /** Reads what {@link #wire()} gives. */
  public static Optional<Verb> of(String wire) {
    return Arrays.stream(values()).filter(verb -> verb.wire().equals(wire)).findFirst();
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
