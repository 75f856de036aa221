package agency.steward.sandbox.world;

import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.row.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One file of JSON lines, each a row that came, changed or went. A change is written before it is
 * answered, so it survives the death of the process (not of the machine: nothing is forced to
 * disk). The next start writes the file anew with what is left.
 */
public final class FileLog implements StateLog {
  private final Path file;
  private final Path fresh;
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean loading;

  public FileLog(Path directory) {
    file = directory.resolve("sandbox.ndjson");
    fresh = directory.resolve("sandbox.ndjson.new");
  }

  @Override
  public synchronized void load(World world) {
    loading = true;
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file)) {
        replay(world);
      }
      rewrite(world);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      loading = false;
    }
  }

  private void replay(World world) throws IOException {
    Map<UUID, Draft> drafts = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.endsWith("}")) { // the last one may have been cut off by the death of the process
          apply(line, drafts);
        }
      }
    }
    drafts.forEach((id, draft) -> world.restored(id).restore(draft.done()));
  }

  private static void apply(String line, Map<UUID, Draft> drafts) {
    JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8));
    UUID place = UUID.fromString(json.get("w").textValue());
    apply(
        drafts.computeIfAbsent(place, id -> new Draft(Tables.EMPTY)),
        Table.named(json.get("t").textValue()),
        json);
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

  /** Into a file beside it first, so that there is a whole one at any time. */
  private void rewrite(World world) throws IOException {
    out.close();
    try (OutputStream anew = Files.newOutputStream(fresh)) {
      write(anew, world.common(), Tables.EMPTY, world.common().tables());
      for (Place place : world.all()) {
        write(anew, place, Tables.EMPTY, place.tables());
      }
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    out = Files.newOutputStream(file, StandardOpenOption.APPEND);
  }

  @Override
  public synchronized void committed(Place place, Tables before, Tables after) {
    if (loading) {
      return;
    }
    try {
      write(out, place, before, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void clear() {
    try {
      out.close();
      out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of a change in one write. */
  private static void write(OutputStream to, Place place, Tables before, Tables after)
      throws IOException {
    var lines = new ByteArrayOutputStream();
    for (Table<?> table : Table.ALL) {
      write(lines, place, table, before, after);
    }
    to.write(lines.toByteArray());
  }

  private static <T extends Row> void write(
      ByteArrayOutputStream lines, Place place, Table<T> table, Tables before, Tables after) {
    String begin = "{\"w\":\"" + place.id() + "\",\"t\":\"" + table + "\",";
    after
        .get(table)
        .since(
            before.get(table),
            row -> line(lines, begin + "\"p\":", Json.row(row)),
            gone ->
                line(
                    lines,
                    begin + "\"d\":",
                    ("\"" + gone.id() + "\"").getBytes(StandardCharsets.UTF_8)));
  }

  private static void line(ByteArrayOutputStream lines, String begin, byte[] value) {
    lines.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
    lines.writeBytes(value);
    lines.writeBytes(new byte[] {'}', '\n'});
  }
}
