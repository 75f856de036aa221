package agency.steward.changeset.apply;

import agency.steward.instantly.Failures;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A made-up Instantly with members, who are known by their first names. */
final class Crowd implements InstantlyWorkspace {
  private final Map<String, ObjectNode> members = new ConcurrentHashMap<>();

  /** From now on these are all, and all of them admins. */
  void isOf(String... admins) {
    members.clear();
    for (String each : admins) {
      members.put(
          each,
          JsonNodeFactory.instance
              .objectNode()
              .put("id", each)
              .put("email", each + "@x.example")
              .put("role", "admin")
              .put("accepted", true));
    }
  }

  ObjectNode member(String id) {
    return members.get(id).deepCopy();
  }

  long admins() {
    return members.values().stream()
        .filter(each -> each.path("role").asText().equals("admin"))
        .count();
  }

  @Override
  public ObjectNode get(String path) {
    return Optional.ofNullable(members.get(id(path)))
        .map(ObjectNode::deepCopy)
        .orElseThrow(Failures::notFound);
  }

  @Override
  public List<ObjectNode> list(Listing listing, Map<String, String> query) {
    return members.values().stream().map(ObjectNode::deepCopy).toList();
  }

  @Override
  public ObjectNode patch(String path, ObjectNode body) {
    return members.computeIfPresent(id(path), (id, old) -> old.deepCopy().setAll(body));
  }

  @Override
  public ObjectNode post(String path, ObjectNode body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ObjectNode delete(String path) {
    return Optional.ofNullable(members.remove(id(path))).orElseThrow(Failures::notFound);
  }

  @Override
  public void proveIdentity() {
    // it is the right one
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
