package agency.steward.chaos;

import agency.steward.chaos.wire.Wires;
import agency.steward.local.StewardProcess;
import java.util.List;
import java.util.Map;

/** One Steward, in a process of its own, and the wires it talks through. */
final class Replica implements AutoCloseable {
  private static final List<String> SMALL =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Wires wires;
  private final Map<String, String> environment;
  private volatile StewardProcess process;
  private volatile long startedAt;
  private volatile long readyAt;

  Replica(Wires wires, Map<String, String> environment) {
    this.wires = wires;
    this.environment = environment;
    start();
    process.untilReady();
  }

  private void start() {
    startedAt = System.nanoTime();
    readyAt = Long.MAX_VALUE;
    StewardProcess started = StewardProcess.start(environment, SMALL);
    process = started;
    Thread.ofVirtual()
        .start(() -> {
          started.untilReady();
          readyAt = System.nanoTime();
        });
  }

  /** Ends it at once, as {@code kill -9} does, and starts it again. */
  void killAndStart() {
    process.kill();
    start();
  }

  /** From now on it does nothing, and does not know. */
  void freeze() {
    process.signal("STOP");
  }

  void wakeUp() {
    process.signal("CONT");
  }

  /** By {@link System#nanoTime}. */
  long startedAt() {
    return startedAt;
  }

  /** By {@link System#nanoTime}, and for ever where it is not. */
  long readyAt() {
    return readyAt;
  }

  Wires wires() {
    return wires;
  }

  String log() {
    return process.logFile().toString();
  }

  Person admin() {
    return new Person(url(), "ann@agency.example", "agency-admin");
  }

  Person approver() {
    return new Person(url(), "bea@agency.example", "agency-approver");
  }

  /** Address of the API. */
  private String url() {
    return "http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT");
  }

  @Override
  public void close() {
    process.kill();
    wires.close();
  }
}
