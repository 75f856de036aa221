package agency.steward.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that is written from the code; {@code make openapi} writes it anew. */
public final class WrittenPage {
  private static final boolean WRITE = "write".equals(System.getProperty("steward.pages"));

  private final Path file;

  private WrittenPage(Path file) {
    this.file = file;
  }

  public static WrittenPage of(Path file) {
    return new WrittenPage(file);
  }

  public void mustBe(String text) {
    try {
      if (WRITE) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as(
              "%s is not what the code says. Mend it with `make openapi`, look at it, commit it",
              file)
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
