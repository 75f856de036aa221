package agency.steward.credential.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.credential.Custody;
import agency.steward.credential.CustodyContract;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCustodyTest extends CustodyContract {
  @TempDir Path parent;

  /** Nothing is remembered from one call to the next, as if each were another process. */
  @Override
  protected Custody custody() {
    return new LocalCustody(directory());
  }

  private Path directory() {
    return parent.resolve("deep/credentials");
  }

  @Test
  void nothingOnDiskHoldsAKey() throws IOException {
    custody().store(workspace, key("secret"), 0);

    for (Path file : files()) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .doesNotContain(key("secret").reveal());
    }
    assertThat(files()).filteredOn(file -> !file.toString().endsWith(".lock")).hasSize(2);
  }

  @Test
  void everyFileIsTheOwnersOnly() throws IOException {
    custody().store(workspace, key("a"), 0);

    assertThat(mode(directory())).isEqualTo("rwx------");
    assertThat(files())
        .filteredOn(file -> !file.toString().endsWith(".lock"))
        .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
  }

  @Test
  void aStoreKeyThatOthersCouldReadIsTakenBack() throws IOException {
    custody().store(workspace, key("a"), 0);
    Path secret = directory().resolve("store.key");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(custody().read(workspace, 1)).isEqualTo(key("a"));
    assertThat(mode(secret)).isEqualTo("rw-------");
  }

  @Test
  void aFileInThePlaceOfAnotherWorkspacesIsRefused() throws IOException {
    var other = new WorkspaceId(Ids.next());
    custody().store(workspace, key("mine"), 0);
    custody().store(other, key("theirs"), 0);
    Files.copy(file(other), file(workspace), StandardCopyOption.REPLACE_EXISTING);

    assertRefused(ProblemCode.CUSTODY_UNAVAILABLE, () -> custody().read(workspace, 1));
  }

  @Test
  void aVersionInThePlaceOfAnotherIsRefused() throws IOException {
    custody().store(workspace, key("old"), 0);
    custody().store(workspace, key("new"), 1);
    List<String> lines = Files.readAllLines(file(workspace));
    Files.write(
        file(workspace),
        List.of(lines.get(0), lines.get(1), "2 " + lines.get(1).substring("1 ".length())));

    assertRefused(ProblemCode.CUSTODY_UNAVAILABLE, () -> custody().read(workspace, 2));
  }

  @Test
  void damageIsSaidAndNotTakenForAnEmptyStore() throws IOException {
    for (String damage : List.of("", "steward-keys-1\n1 %%%\n", "steward-keys-1\n1\n", "1 AAAA")) {
      custody().store(workspace, key("a"), 0);
      Files.writeString(file(workspace), damage);

      assertRefused(ProblemCode.CUSTODY_UNAVAILABLE, () -> custody().current(workspace));
      assertRefused(ProblemCode.CUSTODY_UNAVAILABLE, () -> custody().store(workspace, key("b"), 0));
      custody().destroy(workspace);
    }
  }

  @Test
  void aCiphertextThatIsTooShortIsDamage() throws IOException {
    custody().store(workspace, key("a"), 0);
    Files.writeString(file(workspace), "steward-keys-1\n1 AAAA\n");

    assertRefused(ProblemCode.CUSTODY_UNAVAILABLE, () -> custody().read(workspace, 1));
  }

  @Test
  void aStoreKeyThatIsDamagedIsSaid() throws IOException {
    custody().store(workspace, key("a"), 0);
    Files.writeString(directory().resolve("store.key"), "short");

    assertRefused(ProblemCode.CUSTODY_UNAVAILABLE, () -> custody().current(workspace));
  }

  @Test
  void whatAKilledProcessLeftUnfinishedIsRemoved() throws IOException {
    custody().store(workspace, key("a"), 0);
    Path leftover = directory().resolve(workspace + ".keys.unfinished");
    Files.writeString(leftover, "half of it");

    assertThat(custody().store(workspace, key("b"), 1)).isEqualTo(2);
    assertThat(leftover).doesNotExist();
  }

  @Test
  void whoOpensTheStoreLeavesAloneWhatOthersAreWriting() throws Exception {
    // Given
    custody().store(workspace, key("a"), 0);
    Path unfinished = directory().resolve(workspace + ".keys.unfinished");
    var opening = Thread.ofPlatform().unstarted(() -> custody().current(workspace));

    // When
    StoreLock.of(workspace)
        .alone(
            directory(),
            () -> {
              Files.writeString(unfinished, "half of it");
              opening.start();
              await().until(() -> opening.getState() == Thread.State.WAITING);

              // Then
              assertThat(unfinished).exists();
              return Files.deleteIfExists(unfinished);
            });
    opening.join();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.createFile(parent.resolve("a-file"));

    assertRefused(
        ProblemCode.CUSTODY_UNAVAILABLE,
        () -> new LocalCustody(file.resolve("credentials")).current(workspace));
  }

  @Test
  void aKeyThatIsRememberedNeedsNoFile() throws IOException {
    Custody custody = custody();
    custody.store(workspace, key("a"), 0);
    assertThat(custody.known(workspace, 1)).isEmpty();
    custody.read(workspace, 1);
    Files.delete(file(workspace));

    assertThat(custody.known(workspace, 1)).contains(key("a"));
    assertThat(custody.read(workspace, 1)).isEqualTo(key("a"));
    custody.refresh(workspace);
    assertThat(custody.known(workspace, 1)).isEmpty();
    assertRefused(ProblemCode.WORKSPACE_CREDENTIAL_MISSING, () -> custody.read(workspace, 1));
  }

  private Path file(WorkspaceId id) {
    return directory().resolve(id + ".keys");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(directory())) {
      return all.toList();
    }
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
