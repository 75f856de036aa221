package agency.steward.docs;

import agency.steward.testing.WrittenPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document of which some parts are written from the sources: those between {@code <!-- name -->}
 * and {@code <!-- end of name -->}.
 */
public final class WrittenParts {
  private final Path document;
  private String wanted;

  private WrittenParts(Path document, String present) {
    this.document = document;
    this.wanted = present;
  }

  public static WrittenParts of(Path document) {
    try {
      return new WrittenParts(document, Files.readString(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the part of this name has to say. */
  public WrittenParts part(String name, String text) {
    String begin = "<!-- " + name + " -->\n";
    int from = wanted.indexOf(begin);
    int to = wanted.indexOf("<!-- end of " + name + " -->");
    if (from < 0 || to < from) {
      throw new AssertionError(document + " has no part <!-- " + name + " -->");
    }
    wanted =
        wanted.substring(0, from) + begin + "\n" + text.strip() + "\n\n" + wanted.substring(to);
    return this;
  }

  /** Fails where it says anything else. */
  public void check() {
    WrittenPage.of(document).mustBe(wanted);
  }
}
