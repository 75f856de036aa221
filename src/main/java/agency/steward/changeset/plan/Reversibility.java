package agency.steward.changeset.plan;

import java.util.Locale;

/** What undoing a change could bring back (contract 6). */
public enum Reversibility {
  LOSSLESS,
  /** Only by a new invitation, which has to be accepted again. */
  REINVITE,
  IRREVERSIBLE;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Reversibility of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
