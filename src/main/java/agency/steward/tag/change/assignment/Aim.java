package agency.steward.tag.change.assignment;

import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An account or campaign that a tag is to be put on, or taken off.
 *
 * @param resource e-mail address of the account, id of the campaign
 */
public record Aim(Carrier carrier, String resource, boolean assign) {
  public static final String TYPE = "resource_type";
  public static final String RESOURCE = "resource";
  public static final String ASSIGN = "assign";
  public static final String LABEL = "label";

  /** As it can be asked for, with the tag of this label. */
  public ObjectNode wish(String label) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(LABEL, label)
        .put(TYPE, carrier.wire())
        .put(RESOURCE, resource)
        .put(ASSIGN, assign);
  }

  public static Aim of(ObjectNode wish) {
    return new Aim(
        Carrier.of(wish.path(TYPE).asText()).orElseThrow(),
        wish.path(RESOURCE).asText(),
        wish.path(ASSIGN).asBoolean());
  }

  /** For a person to read, such as {@code VIP on account ann@acme.example}. */
  public String subject(String label) {
    return subject(label, carrier, resource);
  }

  static String subject(String labels, Carrier carrier, String resources) {
    return "%s on %s %s".formatted(labels, carrier.wire(), resources);
  }

  /** As Instantly spells it. */
  public Aim spelt(String spelling) {
    return new Aim(carrier, spelling, assign);
  }

  /** The way back. */
  Aim back() {
    return new Aim(carrier, resource, !assign);
  }
}
