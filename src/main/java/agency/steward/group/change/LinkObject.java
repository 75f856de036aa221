package agency.steward.group.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Instantly's objects of group links say (facts.md 4.2). */
final class LinkObject {
  static final String ID = "id";
  static final String SUB = "sub_workspace_id";
  static final String ADMIN = "admin_workspace_id";

  /** What of a link matters to somebody who judges a change. */
  private static final List<String> ESSENTIALS =
      List.of(ID, ADMIN, SUB, "status", "sub_workspace_name", "admin_workspace_name");

  private static final Set<String> OPEN = Set.of("pending", "accepted");

  private LinkObject() {}

  /** Without what is null, unstable or unknown. */
  static ObjectNode essentials(ObjectNode link) {
    ObjectNode essentials = JsonNodeFactory.instance.objectNode();
    for (String field : ESSENTIALS) {
      JsonNode value = link.path(field);
      if (value.isTextual()) {
        essentials.set(field, value);
      }
    }
    return essentials;
  }

  /** An accepted one or an open invitation: what a second invitation is refused for. */
  static boolean isOpen(ObjectNode link) {
    return OPEN.contains(text(link, "status"));
  }

  /** The open link to a sub workspace; at most one can be (facts.md 1.4). */
  static Optional<ObjectNode> open(List<ObjectNode> links, String sub) {
    return links.stream()
        .filter(link -> text(link, SUB).equals(sub))
        .filter(LinkObject::isOpen)
        .findFirst();
  }

  static String text(ObjectNode link, String field) {
    return link.path(field).asText("");
  }
}
