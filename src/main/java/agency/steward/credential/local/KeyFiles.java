package agency.steward.credential.local;

import agency.steward.credential.ApiKey;
import agency.steward.credential.KeyPlace;
import agency.steward.workspace.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The directory of the store: a file per workspace, the key of the store, and its locks. */
final class KeyFiles {
  private static final String SECRET = "store.key";
  private static final String DELIVERED = "delivered";

  private final Path directory;
  private final Seal seal;

  private KeyFiles(Path directory, Seal seal) {
    this.directory = directory;
    this.seal = seal;
  }

  static KeyFiles in(Path directory) throws IOException {
    OwnersFile.directory(directory);
    return new KeyFiles(
        directory, new Seal(StoreLock.aloneWithAll(directory, () -> secret(directory))));
  }

  /** Made once; what is found there is made the owner's only if it is not. */
  private static byte[] secret(Path directory) throws IOException {
    OwnersFile.removeLeftovers(directory);
    var file = new OwnersFile(directory.resolve(SECRET));
    if (!Files.exists(file.path())) {
      file.replace(Seal.randomSecret());
    }
    file.restrict();
    byte[] secret = Files.readAllBytes(file.path());
    if (secret.length != Seal.KEY_BYTES) {
      throw new IOException(SECRET + " there is damaged");
    }
    return secret;
  }

  SealedVersions read(WorkspaceId workspace) throws IOException {
    try {
      return SealedVersions.parse(Files.readString(file(workspace).path()));
    } catch (NoSuchFileException e) {
      return SealedVersions.none();
    }
  }

  void write(WorkspaceId workspace, SealedVersions versions) throws IOException {
    file(workspace).replace(versions.toText().getBytes(StandardCharsets.UTF_8));
  }

  void delete(WorkspaceId workspace) throws IOException {
    file(workspace).delete();
  }

  boolean isDelivered(KeyPlace place) {
    return Files.exists(delivered(place));
  }

  /** What lies there already stays. */
  void deliver(KeyPlace place, ApiKey key) throws IOException {
    Path file = delivered(place);
    OwnersFile.directory(directory.resolve(DELIVERED).resolve(place.workspace().toString()));
    if (!Files.exists(file)) {
      new OwnersFile(file).replace(seal("delivered " + place, key));
    }
  }

  Path delivered(KeyPlace place) {
    return directory.resolve(DELIVERED).resolve(place + ".key");
  }

  byte[] seal(String place, ApiKey key) {
    return seal.seal(place, key);
  }

  ApiKey unseal(String place, byte[] sealed) throws IOException {
    return seal.unseal(place, sealed);
  }

  /** Nobody else changes the workspace's files meanwhile, in this process or another. */
  <T> T alone(WorkspaceId workspace, FileWork<T> work) throws IOException {
    return StoreLock.of(workspace).alone(directory, work);
  }

  private OwnersFile file(WorkspaceId workspace) {
    return new OwnersFile(directory.resolve(workspace + ".keys"));
  }
}
