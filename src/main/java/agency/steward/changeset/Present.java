package agency.steward.changeset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a complete read of a workspace has shown.
 *
 * @param list the name of the list, such as {@code members}; its length is remembered under this
 *     name
 * @param objects the whole list
 * @param others what else the planner needs, by name
 * @param at when it was read
 */
public record Present(
    String list, List<ObjectNode> objects, Map<String, List<ObjectNode>> others, Instant at) {

  public Present {
    objects = List.copyOf(objects);
    others = Map.copyOf(others);
  }

  /** At no moment yet: the engine says when it was. */
  public static Present of(String list, List<ObjectNode> objects) {
    return new Present(list, objects, Map.of(), Instant.EPOCH);
  }

  public Present seen(Instant moment) {
    return new Present(list, objects, others, moment);
  }

  public Present with(String name, List<ObjectNode> more) {
    var all = new LinkedHashMap<>(others);
    all.put(name, List.copyOf(more));
    return new Present(list, objects, all, at);
  }
}
