package agency.steward.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerKeyTest {
  @TempDir Path directory;

  @Test
  void theNextStartFindsTheSameKey() {
    assertThat(IssuerKey.in(directory).id()).isEqualTo(IssuerKey.in(directory).id());
    assertThat(IssuerKey.in(directory).jwks()).isEqualTo(IssuerKey.in(directory).jwks());
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    IssuerKey.in(directory);
    Path file = directory.resolve("issuer.jwk");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void thePrivateHalfIsNotPublished() throws IOException {
    IssuerKey key = IssuerKey.in(directory);
    assertThat(Files.readString(directory.resolve("issuer.jwk"))).contains("\"d\"");
    assertThat(Files.readString(IssuerKey.published(directory)))
        .isEqualTo(key.jwks())
        .contains(key.id())
        .doesNotContain("\"d\"");
  }

  @Test
  void whatIsPublishedIsLeftAloneUntilThereIsAnotherKey() throws IOException {
    // Given
    Path set = IssuerKey.published(directory);
    FileTime written = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(set, written);

    // When, then
    assertThat(Files.getLastModifiedTime(IssuerKey.published(directory))).isEqualTo(written);
    Files.delete(directory.resolve("issuer.jwk"));
    IssuerKey.published(directory);
    assertThat(Files.readString(set)).isEqualTo(IssuerKey.in(directory).jwks());
  }

  @Test
  void aFileThatHoldsNoKeyIsSaidAndNotOverwritten() throws IOException {
    Path file = Files.writeString(directory.resolve("issuer.jwk"), "{}");
    assertThatThrownBy(() -> IssuerKey.in(directory)).hasMessageContaining(file.toString());
    assertThat(Files.readString(file)).isEqualTo("{}");
  }
}
