package agency.steward.boot.tables;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Has Flyway create and migrate the tables at the start, unless one query shows that there is
 * nothing to do: then Flyway is not even created, which saves a tenth of the start. Anything odd or
 * unreadable is left for Flyway to judge.
 */
@Singleton
class Tables {
  private static final Logger LOG = Logger.getLogger(Tables.class);
  private static final int BEFORE_ALL_OTHERS = 1;

  private final Scripts scripts;
  private final DataSource database;
  private final BootConfig config;

  Tables(Scripts scripts, DataSource database, BootConfig config) {
    this.scripts = scripts;
    this.database = database;
    this.config = config;
  }

  void prepare(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent started) {
    if (!config.migrate() || areAsWanted()) {
      return;
    }
    scripts.flyway(database).migrate();
    if (!areAsWanted()) {
      LOG.warn("Flyway is content with the tables, and will have to look at each start");
    }
  }

  /** Whether what was done to them is exactly what this build wants. */
  boolean areAsWanted() {
    try {
      return HistoryStore.taken(database).equals(scripts.steps());
    } catch (SQLException | RuntimeException odd) {
      LOG.debug("Flyway has to look at the tables", odd);
      return false;
    }
  }
}
