package agency.steward.access.job;

import java.util.Locale;

/** What one can do with something (contract 5). */
public enum Verb {
  VIEW,
  CREATE,
  EDIT,
  DELETE,
  LAUNCH,
  IMPORT;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
