package agency.steward.boot.tables;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Replicas that start at once migrate one after another. Who does holds a lock without a
 * transaction around it, since PostgreSQL ends those in which nothing happens for a while.
 */
@Singleton
class OneAtATime implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration flyway) {
    flyway.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
  }
}
