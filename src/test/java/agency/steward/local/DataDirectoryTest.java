package agency.steward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.boot.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path temp;

  @Test
  void itIsMadeForItsOwnerOnly() throws IOException {
    try (var data = DataDirectory.open(at(temp.resolve("a/b")))) {
      assertThat(data.root()).isEqualTo(temp.resolve("a/b"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void whenItsStewardHasEndedTheNextOneGetsIt() {
    DataDirectory.open(at(temp)).close();
    DataDirectory.open(at(temp)).close();
  }

  @Test
  void aPlaceThatCannotBeUsedIsSaidWithTheVariable() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.open(at(file)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("STEWARD_LOCAL_DATA");
  }

  private static Settings at(Path directory) {
    return property -> Optional.of(directory.toString());
  }
}
