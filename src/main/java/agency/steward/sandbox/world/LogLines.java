package agency.steward.sandbox.world;

import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Changes as lines: {@code w} the workspace, {@code t} the table, {@code p} the row or {@code d}
 * its id.
 */
final class LogLines {
  private LogLines() {}

  static byte[] of(Place place, Tables before, Tables after) {
    var lines = new JsonOut();
    for (Table<?> table : Table.ALL) {
      write(lines, place, table, before, after);
    }
    return lines.toBytes();
  }

  private static <T extends Row> void write(
      JsonOut lines, Place place, Table<T> table, Tables before, Tables after) {
    after
        .get(table)
        .since(
            before.get(table),
            row -> begin(lines, place, table).json("p", Json.row(row)).endObject().newLine(),
            gone -> begin(lines, place, table).id("d", gone.id()).endObject().newLine());
  }

  private static JsonOut begin(JsonOut lines, Place place, Table<?> table) {
    return lines.object().id("w", place.id()).text("t", table.name);
  }

  static void apply(String line, Map<UUID, Draft> drafts) {
    JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8));
    UUID place = UUID.fromString(json.get("w").textValue());
    Draft draft = drafts.computeIfAbsent(place, id -> new Draft(Tables.EMPTY));
    apply(draft, Table.named(json.get("t").textValue()), json);
  }

  private static <T extends Row> void apply(Draft draft, Table<T> table, JsonNode json) {
    if (json.has("p")) {
      draft.put(table, Json.row(json.get("p"), table.type));
    } else {
      draft
          .find(table, UUID.fromString(json.get("d").textValue()))
          .ifPresent(row -> draft.remove(table, row));
    }
  }
}
