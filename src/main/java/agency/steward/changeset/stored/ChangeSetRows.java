package agency.steward.changeset.stored;

import agency.steward.sql.Row;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** From the table to the value. */
final class ChangeSetRows {
  private ChangeSetRows() {}

  static ChangeSet read(Row row) {
    return new ChangeSet(
        new ChangeSetId(row.get("id", UUID.class)),
        row.get("kind", String.class),
        State.of(row.get("state", String.class)).orElseThrow(),
        row.find("reason", String.class),
        row.get("created_by", String.class),
        row.get("created_at", Instant.class),
        row.find("digest", String.class),
        (int) row.number("required_approvals"),
        row.find("planned_at", Instant.class),
        row.find("expires_at", Instant.class),
        row.find("started_at", Instant.class),
        row.find("finished_at", Instant.class),
        row.find("undo_of", UUID.class).map(ChangeSetId::new),
        row.get("bulk", Boolean.class) ? Optional.of(bulk(row)) : Optional.empty());
  }

  private static Bulk bulk(Row row) {
    return new Bulk(
        Set.of(row.get("created_as", String[].class)),
        row.get("apply_when_allowed", Boolean.class),
        StoredJson.read(row.get("violations", String.class), ArrayNode.class),
        StoredJson.object(row.find("coverage", String.class).orElse(null)),
        Set.of(row.get("overrides", String[].class)),
        row.number("events"));
  }
}
