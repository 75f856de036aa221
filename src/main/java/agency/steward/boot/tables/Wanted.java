package agency.steward.boot.tables;

import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.api.configuration.Configuration;

/** What this build wants to have been done to the tables. */
final class Wanted {
  private Wanted() {}

  /**
   * Every step of it.
   *
   * @throws IllegalArgumentException if there is more to it than scripts that are taken once
   */
  static Set<String> by(Configuration flyway) {
    if (!flyway.getTable().equals(HistoryStore.TABLE)
        || flyway.getDefaultSchema() != null
        || flyway.getJavaMigrations().length > 0
        || !flyway.getJavaMigrationClassProvider().getClasses().isEmpty()) {
      throw new IllegalArgumentException(
          "not only scripts, or not written down where it usually is");
    }
    var wanted = new HashSet<String>();
    for (var file : flyway.getResourceProvider().getResources("", new String[] {""})) {
      wanted.add(Step.of(file));
    }
    return wanted;
  }
}
