package agency.steward.sandbox.world;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    long whole = wholeLines();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (long i = 0; i < whole; i++) {
        LogLines.apply(requireNonNull(lines.readLine()), drafts);
      }
    }
    drafts.forEach((id, draft) -> world.restored(id).restore(draft.done()));
  }

  /** What follows the last line end was cut off by the death of the process. */
  private long wholeLines() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long ends = 0;
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        ends += octet == '\n' ? 1 : 0;
      }
      return ends;
    }
  }

  /** Into a file beside it first, so that there is a whole one at any time. */
  private void rewrite(World world) throws IOException {
    out.close();
    try (OutputStream anew = Files.newOutputStream(fresh)) {
      anew.write(LogLines.of(world.common(), Tables.EMPTY, world.common().tables()));
      for (Place place : world.all()) {
        anew.write(LogLines.of(place, Tables.EMPTY, place.tables()));
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
      out.write(LogLines.of(place, before, after));
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
}
