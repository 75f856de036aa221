package agency.steward.credential.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read, replaced as a whole or not at all. */
record OwnersFile(Path path) {
  private static final String OWNER_ONLY = "rw-------";
  private static final String UNFINISHED = ".unfinished";

  static void directory(Path directory) throws IOException {
    Files.createDirectories(
        directory.toAbsolutePath(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** What a process wrote that was killed before it could put it in its place. */
  static void removeLeftovers(Path directory) throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
      for (Path leftover : leftovers) {
        Files.delete(leftover);
      }
    }
  }

  void replace(byte[] content) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + UNFINISHED);
    Files.deleteIfExists(fresh);
    FileAttribute<?> owner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
    try (FileChannel channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    forceDirectory();
  }

  void delete() throws IOException {
    if (Files.deleteIfExists(path)) {
      forceDirectory();
    }
  }

  void restrict() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
  }

  /** A new name is durable only once its directory is. */
  private void forceDirectory() throws IOException {
    try (FileChannel directory = FileChannel.open(path.toAbsolutePath().getParent())) {
      directory.force(true);
    }
  }
}
