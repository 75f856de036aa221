package agency.steward.instantly.share;

import agency.steward.neighbour.Neighbours;

/**
 * One replica.
 *
 * @param beat another one each time it is heard of
 * @param part what it may use of every bucket of which nothing is agreed
 * @param process how its neighbours know it; see {@link Neighbours}
 */
record Member(long beat, Part part, Stage stage, String process) {

  /** It calls no more; what it sent of late still counts, for everybody from now on. */
  Member leaving() {
    return new Member(beat + 1, part, Stage.LEFT, process);
  }

  Member shrunk(Stage to, double second, double minute) {
    return new Member(beat, part.times(second, minute), to, process);
  }

  boolean isLive() {
    return stage == Stage.LIVE;
  }
}
