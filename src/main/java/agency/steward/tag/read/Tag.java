package agency.steward.tag.read;

import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Instantly's tag objects say (facts.md 4.3). */
public final class Tag {
  /** As the ledger calls whatever is done to tags. */
  public static final String AREA = "tag";

  /** As a complete look at them is called, where its length is remembered. */
  public static final String LIST = "tags";

  public static final String ID = "id";
  public static final String LABEL = "label";
  public static final String DESCRIPTION = "description";
  public static final String PATH = Listing.TAGS.path();

  private Tag() {}

  /** Its path; only ids that {@link TagId} has let through come so far. */
  public static String path(String id) {
    return PATH + "/" + id;
  }

  public static String id(ObjectNode tag) {
    return tag.path(ID).asText();
  }

  /** As labels are compared: Instantly tells them apart after trimming, case included. */
  public static String label(ObjectNode tag) {
    return tag.path(LABEL).asText().strip();
  }

  /** None is as good as an empty one. */
  public static String description(ObjectNode tag) {
    return tag.path(DESCRIPTION).asText("");
  }

  /** What Instantly is sent to have one like it. */
  public static ObjectNode wanted(ObjectNode tag) {
    return essentials(tag).without(ID);
  }

  /** What of a tag matters to somebody who judges a change, and to who wants to undo it. */
  public static ObjectNode essentials(ObjectNode tag) {
    ObjectNode essentials =
        JsonNodeFactory.instance.objectNode().put(ID, id(tag)).put(LABEL, label(tag));
    if (tag.path(DESCRIPTION).isTextual()) {
      essentials.set(DESCRIPTION, tag.get(DESCRIPTION));
    }
    return essentials;
  }
}
