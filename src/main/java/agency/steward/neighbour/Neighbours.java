package agency.steward.neighbour;

import java.nio.file.Path;

/** What can be said of other processes of the same machine. */
public interface Neighbours {

  /** How this process is known to them; empty where nothing can be told. */
  String self();

  /** Whether it is certain that this process has ended; false for whatever is not known. */
  boolean hasEnded(String process);

  /** As Linux has it; elsewhere nothing is known of anybody. */
  static Neighbours ofThisMachine() {
    return new ProcFiles(Path.of("/proc"));
  }
}
