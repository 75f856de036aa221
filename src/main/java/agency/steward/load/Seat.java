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

  /** Both as one, in the place of either. */
  Seat with(Seat more) {
    long all = (left.getAndSet(true) ? 0 : places) + (more.left.getAndSet(true) ? 0 : more.places);
    return new Seat(space, who, all);
  }

  @Override
  public void close() {
    if (left.compareAndSet(false, true)) {
      space.leave(who, places);
    }
  }
}
