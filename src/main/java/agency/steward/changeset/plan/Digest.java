package agency.steward.changeset.plan;

import agency.steward.ledger.CanonicalJson;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
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

  /** A row of it, in its canonical form. */
  public static final class Row {
    private static final Comparator<Row> ORDER =
        Comparator.<Row, String>comparing(row -> row.workspace)
            .thenComparing(row -> row.change.subject())
            .thenComparing(row -> row.change.action())
            .thenComparing(row -> orNull(row.change.before()).toString())
            .thenComparing(row -> orNull(row.change.after()).toString());

    private final String workspace;
    private final Change change;
    private final byte[] json;

    private Row(String workspace, Change change) {
      this.workspace = workspace;
      this.change = change;
      this.json = CanonicalJson.bytes(sealed(workspace, change));
    }

    public static Row of(WorkspaceId workspace, Change change) {
      return new Row(workspace.toString(), change);
    }
  }

  /** {@code sha256:} and 64 hex digits; does not depend on the order of the rows. */
  public static String of(String kind, List<Row> rows) {
    MessageDigest hash = sha256();
    hash.update(utf8("{\"kind\":"));
    hash.update(CanonicalJson.bytes(JSON.textNode(kind)));
    String before = ",\"rows\":[";
    for (Row row : rows.stream().sorted(Row.ORDER).toList()) {
      hash.update(utf8(before));
      hash.update(row.json);
      before = ",";
    }
    hash.update(utf8(rows.isEmpty() ? before + "]}" : "]}"));
    return "sha256:" + HexFormat.of().formatHex(hash.digest());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode sealed(String workspace, Change change) {
    ObjectNode row = JSON.objectNode().put("workspace_id", workspace);
    row.put("subject", change.subject()).put("action", change.action());
    row.set("before", orNull(change.before()));
    row.set("after", orNull(change.after()));
    return row;
  }

  private static JsonNode orNull(Optional<ObjectNode> state) {
    return state.isPresent() ? state.get() : JSON.nullNode();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
