package agency.steward.apikey.shown;

/** The reading of keys without a group to ask for. */
public final class Readings {
  private Readings() {}

  public static KeyReading withoutGroups() {
    return new KeyReading(any -> false);
  }
}
