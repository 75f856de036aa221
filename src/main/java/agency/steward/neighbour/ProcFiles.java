package agency.steward.neighbour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Linux' own word for which processes there are. A process is told apart by the start of its
 * kernel, by the namespace of process ids that it is in (other containers of the machine cannot be
 * seen), by its id and by when it was started.
 */
final class ProcFiles implements Neighbours {
  private static final int HERE = 3;
  private static final int STARTED = 19;

  private final Path proc;
  private final String self;

  ProcFiles(Path proc) {
    this.proc = proc;
    this.self = read();
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public boolean hasEnded(String process) {
    List<String> theirs = words(process);
    List<String> ours = words(self);
    return theirs.size() == HERE + 2
        && ours.size() == theirs.size()
        && theirs.subList(0, HERE).equals(ours.subList(0, HERE))
        && isGone(theirs.get(HERE), theirs.get(HERE + 1));
  }

  /** Its id is nobody's, or that of one that was started at another time. */
  private boolean isGone(String id, String started) {
    Path files = proc.resolve(id);
    try {
      return Files.notExists(files) || !started(files).equals(started);
    } catch (IOException | IndexOutOfBoundsException unreadable) {
      return false;
    }
  }

  private String read() {
    try {
      if (hidesOthers()) {
        return "";
      }
      Path files = proc.resolve("self");
      return String.join(
          " ",
          Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip(),
          Files.readString(proc.resolve("sys/kernel/hostname")).strip(),
          Files.readSymbolicLink(files.resolve("ns/pid")).toString(),
          words(Files.readString(files.resolve("stat"))).getFirst(),
          started(files));
    } catch (IOException | RuntimeException notLinux) {
      return "";
    }
  }

  /** Where processes of other users are hidden, one that is not seen may live. */
  private boolean hidesOthers() throws IOException {
    return Files.readString(proc.resolve("self/mountinfo")).contains("hidepid=");
  }

  /** The 22nd field; the second one is a name in brackets, with anything in it. */
  private static String started(Path files) throws IOException {
    String stat = Files.readString(files.resolve("stat"));
    return words(stat.substring(stat.lastIndexOf(')') + 1)).get(STARTED);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" +"));
  }
}
