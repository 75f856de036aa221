package agency.steward.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The server process that runs on a data directory. It outlives a Steward that was killed, so the
 * next one looks for it. A number in {@code postmaster.pid} is not enough: after a reboot it may
 * belong to anybody, so the process has to name the directory in its arguments.
 */
final class Postmaster {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path directory;

  Postmaster(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes sure that nothing runs here.
   *
   * @return whether something did
   */
  boolean stop() {
    boolean ran = running().isPresent();
    for (String signal : List.of("INT", "QUIT")) { // a fast shutdown, then an immediate one
      running().ifPresent(process -> signal(signal, process));
      awaitEnd();
    }
    running()
        .ifPresent(process -> {
          throw new IllegalStateException("PostgreSQL does not end: process " + process.pid());
        });
    forget();
    return ran;
  }

  Optional<ProcessHandle> running() {
    return pid().flatMap(ProcessHandle::of).filter(this::isHere);
  }

  private boolean isHere(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(Arrays::asList)
        .filter(arguments -> arguments.contains(directory.toString()))
        .isPresent();
  }

  private Optional<Long> pid() {
    try {
      return Files.readAllLines(pidFile()).stream()
          .findFirst()
          .map(String::strip)
          .map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Path pidFile() {
    return directory.resolve("postmaster.pid");
  }

  /** The shell's own kill: a small system may have no program of that name. */
  private static void signal(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (running().isPresent() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a crash left behind: its number may be somebody else's by now, and stop PostgreSQL. */
  private void forget() {
    try {
      Files.deleteIfExists(pidFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
