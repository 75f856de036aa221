package agency.steward.chaos.wire;

import java.util.Set;

/** Something is just being said on a wire. */
public record Moment(Set<Step> steps, Side side) {

  static Moment plain(Side side) {
    return new Moment(Set.of(), side);
  }

  public boolean isAt(Step step, Side which) {
    return side == which && steps.contains(step);
  }
}
