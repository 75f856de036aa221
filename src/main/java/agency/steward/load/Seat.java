package agency.steward.load;

import java.util.concurrent.atomic.AtomicBoolean;

/** Places that somebody has until it is closed; closing twice gives back once. */
final class Seat implements Entry, AutoCloseable {
  private final Space space;
  private final String who;
  private final long places;
  private final AtomicBoolean left = new AtomicBoolean();

  Seat(Space space, String who, long places) {
    this.space = space;
    this.who = who;
    this.places = places;
  }

  @Override
  public void close() {
    if (left.compareAndSet(false, true)) {
      space.leave(who, places);
    }
  }
}
