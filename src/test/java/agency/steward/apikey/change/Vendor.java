package agency.steward.apikey.change;

import agency.steward.credential.ApiKey;
import agency.steward.instantly.Failures;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.instantly.NewKey;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An Instantly with keys in it, as a test wants it to be. */
final class Vendor implements InstantlyWorkspace {
  static final ApiKey VALUE = new ApiKey("the-value-of-the-new-key");

  final List<String> writes = new ArrayList<>();
  final Set<String> hidden = new TreeSet<>();
  Optional<RuntimeException> refusal = Optional.empty();
  private final Map<String, ObjectNode> keys = new LinkedHashMap<>();
  private final Workspace workspace;

  Vendor(WorkspaceId id) {
    Instant now = Instant.EPOCH;
    this.workspace =
        new Workspace(
            id,
            "Acme",
            "Acme",
            new InstantlyWorkspaceId("instantly-" + id),
            Optional.empty(),
            WorkspaceState.ACTIVE,
            List.of(),
            Map.of(),
            new Credential.OwnKey(Optional.of("own"), "sha256:000000000000", 1, now),
            Optional.empty(),
            1,
            now,
            now);
  }

  void has(String id, String name, Instant made, String... scopes) {
    ObjectNode key = JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
    List.of(scopes).forEach(key.putArray("scopes")::add);
    keys.put(id, key.put("timestamp_created", made.toString()));
  }

  Set<String> ids() {
    return keys.keySet();
  }

  @Override
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public List<ObjectNode> list(Listing listing, Map<String, String> query) {
    return keys.values().stream()
        .filter(key -> !hidden.contains(key.path("id").asText()))
        .map(ObjectNode::deepCopy)
        .toList();
  }

  @Override
  public NewKey createKey(String name, List<String> scopes) {
    writes.add("POST " + name);
    has("new", name, Instant.now(), scopes.toArray(String[]::new));
    return new NewKey(keys.get("new").deepCopy(), VALUE);
  }

  @Override
  public ObjectNode delete(String path) {
    writes.add("DELETE " + path);
    refusal.ifPresent(failure -> {
      throw failure;
    });
    ObjectNode gone = keys.remove(path.substring(path.lastIndexOf('/') + 1));
    if (gone == null) {
      throw Failures.notFound();
    }
    return gone;
  }

  @Override
  public ObjectNode get(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ObjectNode post(String path, ObjectNode body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ObjectNode patch(String path, ObjectNode body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void proveIdentity() {
    // it is the right one
  }
}
