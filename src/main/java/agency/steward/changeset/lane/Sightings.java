package agency.steward.changeset.lane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects of a list, found by the rows that are about them. */
final class Sightings {
  private final List<ObjectNode> objects;
  private final Map<String, ObjectNode> byId = new HashMap<>();

  Sightings(List<ObjectNode> objects) {
    this.objects = objects;
    objects.forEach(object -> byId.put(object.path("id").asText(), object));
  }

  int size() {
    return objects.size();
  }

  /** By its id at first: that is how most rows know their subject. */
  Optional<ObjectNode> of(LaneRow row) {
    return row.attempt()
        .change()
        .objectId()
        .map(byId::get)
        .filter(row::isSubject)
        .or(() -> objects.stream().filter(row::isSubject).findFirst());
  }
}
