package agency.steward.instantly.pace;

/**
 * One look at a bucket.
 *
 * @param used the calls that count in its windows
 * @param interactiveWaiting how many interactive calls wait; {@code bulkWaiting} likewise
 * @param interactiveEver how many of them it has let go so far; {@code bulkEver} likewise
 */
public record Look(
    Amount used, int interactiveWaiting, int bulkWaiting, long interactiveEver, long bulkEver) {

  public boolean isWanted() {
    return interactiveWaiting + bulkWaiting > 0;
  }
}
