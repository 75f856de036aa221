package agency.steward.boot.tables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;

/**
 * One migration as a line of text: its version, its script from the root of the class path, and the
 * checksum that Flyway records for it. A record instead would cost more at its first comparison
 * than everything else that is done here.
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
  static String of(LoadableResource file) {
    Matcher name = NAME.matcher(file.getFilename());
    if (!name.matches()) {
      throw new IllegalArgumentException(file.getFilename());
    }
    return of(name.group(1), file.getRelativePath(), ChecksumCalculator.calculate(file));
  }
}
