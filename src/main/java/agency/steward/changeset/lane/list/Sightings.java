package agency.steward.changeset.lane.list;

import agency.steward.changeset.lane.LaneRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects of a list, found by the rows that are about them. */
public final class Sightings {
  private final List<ObjectNode> objects;
  private final Map<String, ObjectNode> byId = new HashMap<>();

  public Sightings(List<ObjectNode> objects) {
    this.objects = objects;
    objects.forEach(object -> byId.put(object.path("id").asText(), object));
  }

  public int size() {
    return objects.size();
  }

  /** By its id at first: that is how most rows know their subject. */
  public Optional<ObjectNode> of(LaneRow row) {
    return row.attempt()
        .change()
        .objectId()
        .map(byId::get)
        .filter(row::isSubject)
        .or(() -> objects.stream().filter(row::isSubject).findFirst());
  }
}
