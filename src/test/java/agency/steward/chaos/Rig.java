package agency.steward.chaos;

import agency.steward.chaos.wire.Wires;
import agency.steward.local.StewardProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real Steward, with what it stands on and what it talks to, both heard through wires. */
final class Rig implements AutoCloseable {
  private static final List<String> SMALL =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Options options;
  private final Instantly instantly = new Instantly();
  private final EmbeddedPostgres postgres = postgres();
  private final Wires wires = new Wires(postgres.getPort(), instantly.port());
  private final Map<String, String> environment = new HashMap<>();
  private volatile StewardProcess steward;
  private volatile long startedAt;

  Rig(Options options) {
    this.options = options;
    environment.putAll(StewardProcess.environment(directory()));
    environment.putAll(surroundings());
    environment.putAll(hurry());
    start();
    steward.untilReady();
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

  private Map<String, String> surroundings() {
    return Map.of(
        "STEWARD_LOCAL_PARENT",
        String.valueOf(ProcessHandle.current().pid()),
        "STEWARD_INSTANTLY_BASE_URL",
        "http://127.0.0.1:" + wires.instantlyPort(),
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable&gssEncMode=disable"
            .formatted(wires.postgresPort()),
        "QUARKUS_DATASOURCE_USERNAME",
        "postgres",
        "QUARKUS_DATASOURCE_PASSWORD",
        "postgres");
  }

  /** Whoever dies is taken for dead sooner, so that many can die in an hour. */
  private Map<String, String> hurry() {
    String lease = options.lease().toString();
    return Map.of(
        "STEWARD_CHANGESET_LANE_LEASE", lease,
        "STEWARD_CHANGESET_LANE_HEARTBEAT", options.lease().dividedBy(5).toString(),
        "STEWARD_CHANGESET_PLAN_LEASE", lease,
        "STEWARD_CHANGESET_LEASE", "PT6S",
        "STEWARD_CHANGESET_READ_WITHIN", "PT5S",
        "STEWARD_CHANGESET_WRITE_WITHIN", "PT2S",
        "STEWARD_CHANGESET_LOOK_WITHIN", "PT1S",
        "STEWARD_CHANGESET_DOUBT", "PT5S",
        "STEWARD_IDEMPOTENCY_LEASE", "PT3S");
  }

  private void start() {
    startedAt = System.nanoTime();
    steward = StewardProcess.start(environment, SMALL);
  }

  /** Ends it at once, as {@code kill -9} does, and starts it again. */
  void killAndStart() {
    steward.kill();
    start();
  }

  /** By {@link System#nanoTime}. */
  long startedAt() {
    return startedAt;
  }

  StewardProcess steward() {
    return steward;
  }

  Wires wires() {
    return wires;
  }

  Instantly instantly() {
    return instantly;
  }

  /** Address of the API. */
  String url() {
    return "http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT");
  }

  Person admin() {
    return new Person(url(), "ann@agency.example", "agency-admin");
  }

  Person approver() {
    return new Person(url(), "bea@agency.example", "agency-approver");
  }

  @Override
  public void close() {
    steward.kill();
    wires.close();
    instantly.close();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
