package agency.steward.credential.local;

import java.io.IOException;

/** Something done with files. */
@FunctionalInterface
interface FileWork<T> {
  T run() throws IOException;
}
