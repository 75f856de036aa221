package agency.steward.credential.local;

import agency.steward.credential.CustodyProblem;
import java.io.IOException;
import java.nio.file.Path;

/** Something done with the files of the store. */
@FunctionalInterface
interface FileWork<T> {
  T run() throws IOException;

  /** Throws {@code CUSTODY_UNAVAILABLE} where the files of that directory cannot be used. */
  static <T> T attempt(Path directory, FileWork<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw CustodyProblem.unavailable(
          "The local credential store in "
              + directory.toAbsolutePath()
              + " cannot be used: "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage());
    }
  }
}
