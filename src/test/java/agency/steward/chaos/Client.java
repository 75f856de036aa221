package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A client of the agency.
 *
 * @param id Steward's
 * @param there Instantly's id of it
 * @param key of Instantly's workspace
 */
record Client(Instantly instantly, String id, String there, String key) {

  /** Whoever goes by that address there. */
  List<JsonNode> people(String email) {
    return instantly.members(key).stream()
        .filter(member -> member.path("email").asText().equals(email))
        .toList();
  }

  List<JsonNode> keys(String name) {
    return instantly.keys(key).stream()
        .filter(each -> each.path("name").asText().equals(name))
        .toList();
  }
}
