package agency.steward.credential.local;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.ids.Ids;
import agency.steward.workspace.WorkspaceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KilledTest {
  @TempDir Path directory;

  private final WorkspaceId workspace = new WorkspaceId(Ids.next());

  @RepeatedTest(3)
  void whatAKilledProcessHasStoredIsThereAndNothingIsHalf() throws Exception {
    Process writer = writer();
    int said = untilItHasStored(writer, 40);

    writer.destroyForcibly().waitFor();

    var custody = new LocalCustody(directory);
    int current = custody.current(workspace);
    assertThat(current).isGreaterThanOrEqualTo(said);
    assertThat(custody.read(workspace, current)).isEqualTo(KeyWriter.key(current));
    int oldest = Math.max(said, current - SealedVersions.KEPT + 1);
    assertThat(custody.read(workspace, oldest)).isEqualTo(KeyWriter.key(oldest));
    assertThat(custody.store(workspace, KeyWriter.key(current + 1), current))
        .isEqualTo(current + 1);
  }

  private static int untilItHasStored(Process writer, int enough) throws IOException {
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      int version = 0;
      while (version < enough) {
        version = Integer.parseInt(lines.readLine());
      }
      return version;
    }
  }

  private Process writer() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            KeyWriter.class.getName(),
            directory.toString(),
            workspace.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
