package agency.steward.instantly.door;

/**
 * Whose quota a call with {@code x-as-workspace} uses, which is documented nowhere (facts.md 2).
 */
public enum DelegatedCharge {
  /** The cautious choice. */
  BOTH,
  ADMIN,
  SUB
}
