package agency.steward.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFilesTest {
  private static final String OTHER = "boot-1 host-1 pid:[1] 7 5000";

  @TempDir Path proc;

  @BeforeEach
  void aMachine() throws IOException {
    write("sys/kernel/random/boot_id", "boot-1\n");
    write("sys/kernel/hostname", "host-1\n");
    write("self/mountinfo", "22 27 0:21 / /proc rw,relatime - proc proc rw\n");
    write("self/stat", stat(42, 9_000));
    Files.createDirectories(proc.resolve("self/ns"));
    Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of("pid:[1]"));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(proc.resolve(file).getParent());
    Files.writeString(proc.resolve(file), text);
  }

  /** As proc(5) has it: the name may hold blanks and brackets. */
  private static String stat(int id, int started) {
    return id + " (ja) (va 1) S" + " 0".repeat(18) + " " + started + " 0 0\n";
  }

  private boolean hasEnded(String process) {
    return new ProcFiles(proc).hasEnded(process);
  }

  @Test
  void itSaysWhichProcessItIs() {
    assertThat(new ProcFiles(proc).self()).isEqualTo("boot-1 host-1 pid:[1] 42 9000");
  }

  @Test
  void oneThatIsNotThereHasEnded() {
    assertThat(hasEnded(OTHER)).isTrue();
  }

  @Test
  void oneThatIsThereHasNot() throws IOException {
    write("7/stat", stat(7, 5_000));
    assertThat(hasEnded(OTHER)).isFalse();
  }

  @Test
  void anIdThatIsSomebodyElsesByNowIsNoLife() throws IOException {
    write("7/stat", stat(7, 6_000));
    assertThat(hasEnded(OTHER)).isTrue();
  }

  @Test
  void nothingIsKnownOfOtherMachinesContainersAndStarts() {
    assertThat(hasEnded("boot-2 host-1 pid:[1] 7 5000")).isFalse();
    assertThat(hasEnded("boot-1 host-2 pid:[1] 7 5000")).isFalse();
    assertThat(hasEnded("boot-1 host-1 pid:[2] 7 5000")).isFalse();
    assertThat(hasEnded("")).isFalse();
    assertThat(hasEnded("anything else")).isFalse();
  }

  @Test
  void whatCannotBeReadIsNoProof() throws IOException {
    write("7/stat", "7 (java)");
    assertThat(hasEnded(OTHER)).isFalse();
    Files.delete(proc.resolve("7/stat"));
    assertThat(hasEnded(OTHER)).isFalse();
  }

  @Test
  void norIsAnythingWhereOthersAreHidden() throws IOException {
    write("self/mountinfo", "22 27 0:21 / /proc rw - proc proc rw,hidepid=2\n");
    assertThat(new ProcFiles(proc).self()).isEmpty();
    assertThat(hasEnded(OTHER)).isFalse();
  }

  @Test
  void norWhereThereIsNoSuchThing() {
    assertThat(new ProcFiles(Path.of("/nowhere")).self()).isEmpty();
  }
}
