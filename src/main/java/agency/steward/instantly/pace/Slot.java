package agency.steward.instantly.pace;

import java.util.ArrayList;
import java.util.List;

/** The right to send one call now. What is not sent until it is closed is given back. */
public final class Slot implements AutoCloseable {
  private record Place(Bucket bucket, Turn turn) {}

  private final Pacing pacing;
  private final List<Place> places = new ArrayList<>(2);

  Slot(Pacing pacing) {
    this.pacing = pacing;
  }

  void add(Bucket bucket, Turn turn) {
    places.add(new Place(bucket, turn));
  }

  /** Asked last thing before the call goes out. */
  public boolean mayGo() {
    long now = pacing.now();
    return places.stream().allMatch(place -> place.bucket().mayGo(place.turn(), now));
  }

  /** To be called when the call has gone out; said again, it counts once more from then on. */
  public void sent() {
    for (Place place : places) {
      place.bucket().sent(place.turn(), pacing.now());
    }
  }

  @Override
  public void close() {
    for (Place place : places) {
      pacing.leave(place.bucket(), place.turn());
    }
  }
}
