package agency.steward.chaos;

import agency.steward.chaos.wire.Wires;
import agency.steward.local.StewardProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A real Steward, with what it stands on and what it talks to. One for all tests of a run; the JVM
 * ends it.
 */
final class Rig {
  private static Rig shared;

  private final Options options = Options.asked();
  private final Instantly instantly = new Instantly();
  private final EmbeddedPostgres postgres = postgres();
  private final Path data = directory();
  private final Replica steward;
  private final boolean watched;
  private final Map<String, String> settings;
  private final Crew crew;

  private Rig(boolean watched, Map<String, String> settings) {
    this.watched = watched;
    this.settings = settings;
    steward = replica(data).untilReady();
    crew = new Crew(this);
  }

  static synchronized Rig shared() {
    if (shared == null) {
      shared = ended(new Rig(true, Map.of()));
    }
    return shared;
  }

  /**
   * One of its own, whose Stewards are set differently and talk to Instantly without anybody in
   * between, who would hold up one call longer than the next.
   */
  static Rig direct(Map<String, String> settings) {
    return ended(new Rig(false, settings));
  }

  private static Rig ended(Rig rig) {
    Runtime.getRuntime().addShutdownHook(new Thread(rig.crew::close));
    return rig;
  }

  private static EmbeddedPostgres postgres() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("chaos");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Another one on the same PostgreSQL, which knows the same keys and believes the same tokens. It
   * has only just been started.
   */
  Replica another() {
    Path own = directory();
    try {
      Files.createSymbolicLink(own.resolve("credentials"), data.resolve("credentials"));
      Files.copy(data.resolve("issuer.jwk"), own.resolve("issuer.jwk"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return replica(own);
  }

  private Replica replica(Path directory) {
    var wires = new Wires(postgres.getPort(), instantly.port());
    var environment = new HashMap<>(StewardProcess.environment(directory));
    environment.putAll(surroundings(wires));
    environment.putAll(hurry());
    environment.putAll(settings);
    return new Replica(wires, environment);
  }

  private Map<String, String> surroundings(Wires wires) {
    return Map.of(
        "STEWARD_LOCAL_PARENT",
        String.valueOf(ProcessHandle.current().pid()),
        "STEWARD_INSTANTLY_BASE_URL",
        "http://127.0.0.1:" + (watched ? wires.instantlyPort() : instantly.port()),
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable&gssEncMode=disable"
            .formatted(wires.postgresPort()),
        "QUARKUS_DATASOURCE_USERNAME",
        "postgres",
        "QUARKUS_DATASOURCE_PASSWORD",
        "postgres");
  }

  /** Nobody here answers a minute after it was asked, so that nobody has to wait for that. */
  private Map<String, String> hurry() {
    String lease = options.lease().toString();
    return Map.of(
        "STEWARD_CHANGESET_LANE_LEASE",
        lease,
        "STEWARD_CHANGESET_LANE_HEARTBEAT",
        options.lease().dividedBy(5).toString(),
        "STEWARD_CHANGESET_LANE_AT_ONCE",
        "8",
        "STEWARD_CHANGESET_PLAN_LEASE",
        lease,
        "STEWARD_CHANGESET_DOUBT",
        "PT10S",
        "STEWARD_IDEMPOTENCY_LEASE",
        "PT5S");
  }

  Options options() {
    return options;
  }

  /** Those of the last test are still there. */
  Crew crew() {
    return crew;
  }

  Replica steward() {
    return steward;
  }

  OwnerStore owners() {
    return new OwnerStore(postgres.getPostgresDatabase());
  }

  Instantly instantly() {
    return instantly;
  }
}
