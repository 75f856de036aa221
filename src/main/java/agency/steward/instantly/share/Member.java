package agency.steward.instantly.share;

/**
 * One replica.
 *
 * @param beat another one each time it is heard of
 * @param part what it may use of every bucket of which nothing is agreed
 */
record Member(long beat, Part part, Stage stage) {

  boolean isLive() {
    return stage == Stage.LIVE;
  }
}
