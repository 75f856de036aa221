package agency.steward.instantly.wire;

import agency.steward.instantly.pace.Party;
import agency.steward.instantly.pace.Turnstile;

/** Bounds how many calls are in flight, and how many more may wait for that. */
final class Room {
  private final int queue;
  private final Turnstile places;

  Room(int places, int queue) {
    this.queue = queue;
    this.places = new Turnstile(places);
  }

  /** Whether there is a place without waiting for it. */
  boolean tryEnter() {
    return places.tryEnter();
  }

  boolean enter(long nanos) throws InterruptedException {
    return places.enter(Party.current(), places.waiting() < queue ? nanos : 0);
  }

  void leave() {
    places.leave();
  }

  int inUse() {
    return places.inside();
  }
}
