package agency.steward.instantly.body;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One object of a list of Instantly's. */
public sealed interface Item permits Item.Parsed, RawItem {

  /** All of it. */
  ObjectNode whole();

  /** At least the fields that were to be looked at, as far as it has them. */
  ObjectNode seen();

  /** Every field of it was looked at. */
  record Parsed(ObjectNode whole) implements Item {
    @Override
    public ObjectNode seen() {
      return whole;
    }
  }
}
