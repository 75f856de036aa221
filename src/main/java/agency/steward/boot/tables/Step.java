package agency.steward.boot.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * One step of the tables as a line: its version, its script from the root of the class path, and
 * the checksum that Flyway writes down for it. Text, as a record costs more to compare once than
 * all else that is done here.
 */
final class Step {
  private static final Pattern NAME = Pattern.compile("V([1-9][0-9]*)__.+\\.sql");

  private Step() {}

  static String of(String version, String script, int checksum) {
    return version + ' ' + script + ' ' + checksum;
  }

  /**
   * The step that a file of this build is.
   *
   * @throws IllegalArgumentException if it is none that is taken once, such as {@code R__x.sql}
   */
  static String of(LoadableResource file) throws IOException {
    Matcher name = NAME.matcher(file.getFilename());
    if (!name.matches()) {
      throw new IllegalArgumentException(file.getFilename());
    }
    return of(name.group(1), file.getRelativePath(), checksum(file));
  }

  /** As Flyway does it: of each line in UTF-8, without what ends it. */
  private static int checksum(LoadableResource file) throws IOException {
    var checksum = new CRC32();
    try (var lines = new BufferedReader(file.read())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        checksum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) checksum.getValue();
  }
}
