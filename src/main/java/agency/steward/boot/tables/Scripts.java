package agency.steward.boot.tables;

import io.quarkus.flyway.runtime.QuarkusFlywayResourceProvider;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;

/**
 * The migrations of this build, and the Flyway that runs them. Quarkus' own extension is switched
 * off, since it creates a Flyway at every start, which takes 40 ms.
 */
@Singleton
class Scripts {
  private static final String WHERE = "db/migration";
  private static final int TRIES = 5;

  private final ClassLoader build = Objects.requireNonNull(Scripts.class.getClassLoader());

  /**
   * Replicas that start at once migrate one after another. Who does holds a lock without a
   * transaction around it, since PostgreSQL ends those in which nothing happens for a while.
   */
  Flyway flyway(DataSource database) {
    return Flyway.configure(build)
        .dataSource(database)
        .resourceProvider(new QuarkusFlywayResourceProvider(files()))
        .javaMigrationClassProvider(List::of)
        .connectRetries(TRIES)
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .load();
  }

  /**
   * Every step of it.
   *
   * @throws IllegalArgumentException if there is more to it than scripts that are taken once
   */
  Set<String> steps() {
    return files().stream().map(Step::of).collect(Collectors.toSet());
  }

  private List<LoadableResource> files() {
    var files = new ArrayList<LoadableResource>();
    try {
      ClassPathUtils.consumeAsPaths(build, WHERE, directory -> files.addAll(in(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private List<LoadableResource> in(Path directory) {
    try (var files = Files.list(directory)) {
      return files.map(file -> script(file.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LoadableResource script(String name) {
    return new ClassPathResource(null, WHERE + '/' + name, build, StandardCharsets.UTF_8);
  }
}
