package agency.steward.instantly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * One page of a list.
 *
 * @param askedAt just before it was asked for, as {@link System#nanoTime} counts
 * @param reading reads it once more: what follows the same row of the list now
 */
public record Leaf(List<ObjectNode> objects, long askedAt, Supplier<Leaf> reading) {

  /** A list that is read as a whole. */
  static Leaf whole(Supplier<List<ObjectNode>> list) {
    long asked = System.nanoTime();
    return new Leaf(list.get(), asked, () -> whole(list));
  }

  public Leaf again() {
    return reading.get();
  }
}
