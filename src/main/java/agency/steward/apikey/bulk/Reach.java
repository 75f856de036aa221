package agency.steward.apikey.bulk;

import agency.steward.changeset.Present;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Whether keys of a workspace reach a whole group, as it was seen.
 *
 * @param groupAdmin empty where nobody could tell
 */
record Reach(Optional<Boolean> groupAdmin) {
  private static final String NAME = "group_admin";

  static Reach of(Optional<Boolean> groupAdmin) {
    return new Reach(groupAdmin);
  }

  Present in(Present present) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    groupAdmin.ifPresent(yes -> said.put(NAME, yes));
    return present.with(NAME, List.of(said));
  }

  /** Nobody could tell where nobody has looked. */
  static Reach from(Present present) {
    return of(
        present.others().getOrDefault(NAME, List.of()).stream()
            .map(said -> said.path(NAME))
            .filter(JsonNode::isBoolean)
            .map(JsonNode::booleanValue)
            .findFirst());
  }
}
