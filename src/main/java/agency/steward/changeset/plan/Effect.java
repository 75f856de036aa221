package agency.steward.changeset.plan;

import java.util.Locale;

/** What a change does to somebody's access. */
public enum Effect {
  GRANTS,
  /** Removal, demotion, cancelled invitation: the risky rows that budgets count. */
  REDUCES,
  NEUTRAL;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Effect of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
