package agency.steward.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The {@code make} that started this process. One that is killed cannot tell anybody, and one that
 * is interrupted waits for its children without telling them, as it takes for granted that the
 * terminal did; so both are looked for.
 */
record Parent(long pid) {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final long SIGINT = 1L << 1;

  /** Runs this when the parent is gone or has been interrupted. */
  void atEnd(Runnable end) {
    Thread.ofVirtual()
        .name("parent")
        .start(() -> {
          while (isThere() && !isInterrupted()) {
            pause();
          }
          end.run();
        });
  }

  /**
   * Whoever loses its parent gets another one at once, be the parent's remains buried or not. Where
   * that cannot be seen, as with too many open files, it is taken to be there.
   */
  private boolean isThere() {
    return ProcessHandle.current().parent().map(now -> now.pid() == pid).orElse(true);
  }

  /** While it waits in its handler for SIGINT it holds the next one back and handles it no more. */
  private boolean isInterrupted() {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
      return (signals(status, "SigBlk:") & SIGINT) != 0
          && (signals(status, "SigCgt:") & SIGINT) == 0;
    } catch (IOException elsewhere) { // a system without /proc
      return false;
    }
  }

  private static long signals(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> Long.parseUnsignedLong(line.substring(name.length()).strip(), 16))
        .findFirst()
        .orElse(0L);
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
