package agency.steward.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call of the API that a test made, as it is remembered until the run is over. Each run has a
 * file of its own and removes those of others, so that nothing of yesterday counts as tested.
 *
 * @param test the simple name of the test class; empty where another thread called
 * @param code of the problem; empty where there was none
 */
public record ApiCall(String test, String method, String path, int status, String code) {
  private static final Path DIRECTORY = Path.of("target/api-calls");
  private static final Path OWN = DIRECTORY.resolve(thisRun() + ".tsv");

  private static String thisRun() {
    ProcessHandle me = ProcessHandle.current();
    return me.pid() + "-" + me.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L);
  }

  /** On any thread. */
  static synchronized void remember(ApiCall call) {
    try {
      if (!Files.exists(OWN)) {
        forgetOthers();
      }
      Files.writeString(OWN, call.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forgetOthers() throws IOException {
    Files.createDirectories(DIRECTORY);
    for (Path old : files()) {
      Files.deleteIfExists(old);
    }
  }

  /** What the last run called. */
  public static List<ApiCall> all() throws IOException {
    var all = Stream.<ApiCall>builder();
    for (Path file : files()) {
      Files.readAllLines(file).forEach(line -> all.add(of(line)));
    }
    return all.build().toList();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.toList();
    }
  }

  private String line() {
    return String.join("\t", test, method, path, String.valueOf(status), code) + "\n";
  }

  private static ApiCall of(String line) {
    String[] cells = line.split("\t", -1);
    return new ApiCall(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4]);
  }
}
