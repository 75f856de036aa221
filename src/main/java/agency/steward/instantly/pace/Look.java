package agency.steward.instantly.pace;

/**
 * One look at a bucket.
 *
 * @param used what counts in its windows
 * @param interactiveWaiting how many wait for it, as {@code bulkWaiting}
 * @param interactiveEver how many it has let go so far, as {@code bulkEver}
 */
public record Look(
    Amount used, int interactiveWaiting, int bulkWaiting, long interactiveEver, long bulkEver) {

  public boolean isWanted() {
    return interactiveWaiting + bulkWaiting > 0;
  }
}
