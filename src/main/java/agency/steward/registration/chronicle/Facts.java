package agency.steward.registration.chronicle;

import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What of a workspace goes into an entry: never a key, only how it is recognised. */
final class Facts {
  /** An entry has a limit; what is larger is recorded by its digest. */
  private static final int LARGEST_LABELS = 4_096;

  private static final int LARGEST_KEYS = 2_048;
  private static final int LONGEST_TEXT = 1_000;

  private Facts() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode of(Workspace workspace) {
    ObjectNode facts = empty();
    facts.put("instantly_workspace_id", workspace.instantlyId().value());
    facts.put("name", workspace.name());
    facts.put("instantly_name", workspace.instantlyName());
    workspace.externalId().ifPresent(id -> facts.put("external_id", id));
    facts.put("state", workspace.state().wire());
    facts.set("labels", labels(workspace.labels()));
    facts.set("credential", credential(workspace.credential()));
    return facts;
  }

  static ObjectNode change(ObjectNode before, ObjectNode after) {
    ObjectNode facts = empty();
    facts.set("before", before);
    facts.set("after", after);
    return facts;
  }

  /** What an edit can have changed. */
  static ObjectNode editable(Workspace workspace) {
    ObjectNode facts = empty().put("name", workspace.name());
    workspace.externalId().ifPresent(id -> facts.put("external_id", id));
    facts.set("labels", labels(workspace.labels()));
    return facts;
  }

  static ObjectNode credential(Credential credential) {
    return switch (credential) {
      case Credential.OwnKey own ->
          empty()
              .put("mode", "own_key")
              .put("fingerprint", own.fingerprint())
              .put("version", own.version());
      case Credential.Delegated delegated ->
          empty()
              .put("mode", "delegated")
              .put("admin_workspace_id", delegated.adminWorkspace().toString());
    };
  }

  static JsonNode labels(Map<String, String> labels) {
    ObjectNode facts = empty();
    new TreeMap<>(labels).forEach(facts::put);
    return bounded(facts, LARGEST_LABELS);
  }

  static JsonNode keys(Collection<String> keys) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    keys.stream().sorted().forEach(array::add);
    return bounded(array, LARGEST_KEYS);
  }

  static ArrayNode ids(Collection<WorkspaceId> ids) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    ids.stream().sorted().map(WorkspaceId::toString).forEach(array::add);
    return array;
  }

  static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  private static JsonNode bounded(JsonNode facts, int largest) {
    String written = facts.toString();
    return written.length() <= largest
        ? facts
        : empty().put("count", facts.size()).put("sha256", sha256(written));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
