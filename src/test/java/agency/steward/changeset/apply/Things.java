package agency.steward.changeset.apply;

import agency.steward.instantly.Failures;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** An Instantly with coloured things in it, which misbehaves as a test wants it to. */
final class Things implements InstantlyWorkspace {
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, ObjectNode> things = new ConcurrentHashMap<>();
  volatile Optional<Supplier<RuntimeException>> reads = Optional.empty();
  volatile Write onWrite = Runnable::run;
  volatile Runnable beforeRead = () -> {};

  /** What becomes of a write: it may have its effect, fail, or both. */
  interface Write {
    void happens(Runnable effect);
  }

  /** The process is gone: nothing of ours runs after it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  void put(String id, String colour) {
    things.put(id, JsonNodeFactory.instance.objectNode().put("id", id).put("colour", colour));
  }

  String colour(String id) {
    return things.get(id).path("colour").asText();
  }

  void remove(String id) {
    things.remove(id);
  }

  void failing(InstantlyException failure) {
    onWrite =
        effect -> {
          throw failure;
        };
  }

  void failingAfterEffect(InstantlyException failure) {
    onWrite =
        effect -> {
          effect.run();
          throw failure;
        };
  }

  long writes() {
    return calls.stream().filter(call -> call.startsWith("PATCH")).count();
  }

  @Override
  public ObjectNode get(String path) {
    calls.add("GET " + path);
    beforeRead.run();
    reads.ifPresent(failure -> {
      throw failure.get();
    });
    return Optional.ofNullable(things.get(id(path)))
        .map(ObjectNode::deepCopy)
        .orElseThrow(Failures::notFound);
  }

  @Override
  public List<ObjectNode> list(Listing listing, Map<String, String> query) {
    calls.add("LIST " + listing.path());
    return List.copyOf(things.values());
  }

  @Override
  public ObjectNode patch(String path, ObjectNode body) {
    calls.add("PATCH " + path);
    onWrite.happens(() -> things.computeIfPresent(id(path), (id, old) -> painted(old, body)));
    return body;
  }

  private static ObjectNode painted(ObjectNode old, ObjectNode body) {
    return old.deepCopy().put("colour", body.path("colour").asText());
  }

  @Override
  public ObjectNode post(String path, ObjectNode body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ObjectNode delete(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void proveIdentity() {
    // it is the right one
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
