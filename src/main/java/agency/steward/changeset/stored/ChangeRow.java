package agency.steward.changeset.stored;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it lies in the table, read column by column: lanes read all rows of a set, which as
 * entities would take them three times as long.
 */
final class ChangeRow {
  /** In the order in which they are read. */
  static final String COLUMNS =
      """
      change_set_id, seq, workspace_id, workspace_name, action, subject, object_id, before::text, after::text, effect,
        reversibility, lock, intent::text, result, violations::text, verified, attempts, found::text, problem::text, applied_at,
        look_at, kind, wish::text, named, phase, event, tried_at
      """;

  /** Without what whoever makes a row does not look at. */
  static final String TO_BE_MADE =
      COLUMNS.replace("violations::text", "'[]'").replace("wish::text", "NULL");

  private final @Nullable Object[] columns;
  private int at;

  private ChangeRow(@Nullable Object[] columns) {
    this.columns = columns;
  }

  static RecordedChange read(@Nullable Object[] columns) {
    return new ChangeRow(columns).read();
  }

  private RecordedChange read() {
    return new RecordedChange(
        new ChangeSetId(next(UUID.class)),
        next(Integer.class),
        new WorkspaceId(next(UUID.class)),
        next(String.class),
        change(),
        new Intent(next(String.class), StoredJson.read(next(String.class), ObjectNode.class)),
        Result.of(next(String.class)).orElseThrow(),
        array(next(String.class)),
        next(Boolean.class),
        next(Integer.class),
        json(),
        json(),
        moment(),
        moment(),
        origin());
  }

  private Change change() {
    return new Change(
        next(String.class),
        maybe(String.class).orElse(""),
        maybe(String.class),
        json(),
        json(),
        Effect.of(next(String.class)),
        Reversibility.of(next(String.class)));
  }

  private RecordedChange.Origin origin() {
    return new RecordedChange.Origin(
        maybe(String.class),
        json(),
        next(Boolean.class),
        next(Integer.class),
        next(Long.class),
        moment());
  }

  private <T> T next(Class<T> type) {
    return maybe(type).orElseThrow();
  }

  private <T> Optional<T> maybe(Class<T> type) {
    return Optional.ofNullable(type.cast(columns[at++]));
  }

  /** Nearly always there is nothing in it, which need not be parsed. */
  private static ArrayNode array(String text) {
    return text.equals("[]")
        ? JsonNodeFactory.instance.arrayNode()
        : StoredJson.read(text, ArrayNode.class);
  }

  private Optional<ObjectNode> json() {
    return maybe(String.class).map(text -> StoredJson.read(text, ObjectNode.class));
  }

  private Optional<Instant> moment() {
    return maybe(Timestamp.class).map(Timestamp::toInstant);
  }
}
