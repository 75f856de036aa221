package agency.steward.changeset.plan;

import agency.steward.ledger.CanonicalJson;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The seal of a plan (contract 6): SHA-256 over RFC 8785 JSON of {@code {kind,
 * rows:[{workspace_id,subject,action,before,after}]}}, the rows sorted by these.
 */
public final class Digest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Digest() {}

  /** A change and where it is made. */
  public record Row(WorkspaceId workspace, Change change) {}

  /** {@code sha256:} and 64 hex digits; does not depend on the order of the rows. */
  public static String of(String kind, List<Row> rows) {
    ObjectNode sealed = JSON.objectNode().put("kind", kind);
    ArrayNode sorted = sealed.putArray("rows");
    rows.stream()
        .map(row -> json(row.workspace(), row.change()))
        .sorted(Comparator.comparing(Digest::sortKey))
        .forEach(sorted::add);
    return "sha256:" + HexFormat.of().formatHex(sha256(CanonicalJson.bytes(sealed)));
  }

  private static ObjectNode json(WorkspaceId workspace, Change change) {
    ObjectNode row = JSON.objectNode().put("workspace_id", workspace.toString());
    row.put("subject", change.subject()).put("action", change.action());
    row.set("before", orNull(change.before()));
    row.set("after", orNull(change.after()));
    return row;
  }

  private static JsonNode orNull(Optional<ObjectNode> state) {
    return state.isPresent() ? state.get() : JSON.nullNode();
  }

  /** A separator that sorts before everything keeps the fields apart. */
  private static String sortKey(ObjectNode row) {
    return String.join(
        "\0",
        row.get("workspace_id").textValue(),
        row.get("subject").textValue(),
        row.get("action").textValue(),
        row.get("before").toString(),
        row.get("after").toString());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
