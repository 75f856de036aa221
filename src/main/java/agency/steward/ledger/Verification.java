package agency.steward.ledger;

/** What looking through the chain has shown. */
public sealed interface Verification {

  /**
   * Every entry is there, in order, as it was written.
   *
   * @param head hash of the last one, {@code sha256:…}
   */
  record Unbroken(long entries, String head) implements Verification {}

  /**
   * Something was changed, taken out, put in or cut off.
   *
   * @param seq where it shows first
   */
  record Broken(long seq, String why) implements Verification {}
}
