package agency.steward.chaos;

import static org.awaitility.Awaitility.await;

import agency.steward.chaos.wire.Wires;
import agency.steward.local.StewardProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
  }

  Replica untilReady() {
    process.untilReady();
    return this;
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
    kill();
    start();
  }

  /** Ends it at once, as {@code kill -9} does; returns when it is no more. */
  void kill() {
    process.kill();
  }

  long pid() {
    return process.pid();
  }

  /** In how many lines of its log it says so. */
  long said(String words) {
    try (Stream<String> lines = Files.lines(process.logFile())) {
      return lines.filter(line -> line.contains(words)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When it was ready, in epoch ms. */
  long readyAtMillis() {
    await().until(() -> readyAt != Long.MAX_VALUE);
    return System.currentTimeMillis() - (System.nanoTime() - readyAt) / 1_000_000;
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
