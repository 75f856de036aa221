package agency.steward.local;

import agency.steward.boot.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the local profile keeps everything that survives a restart. It belongs to one Steward at a
 * time: the system gives the lock back even after {@code kill -9}.
 */
final class DataDirectory implements AutoCloseable {
  static final String PROPERTY = "steward.local.data";

  private final Path root;
  private final FileChannel lockFile;

  private DataDirectory(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  static DataDirectory open(Settings settings) {
    Path root = Path.of(settings.value(PROPERTY).orElse(".steward")).toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      return new DataDirectory(root, lock(root));
    } catch (IOException e) {
      throw new CannotStart(
          "The data directory %s cannot be used (%s): set %s to one that can."
              .formatted(root, e, Settings.environment(PROPERTY)),
          e);
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    var file =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = file.tryLock();
    if (lock == null) {
      file.close();
      throw new CannotStart(
          "Another Steward is running on the data in %s: end it, or set %s to another directory."
              .formatted(root, Settings.environment(PROPERTY)));
    }
    return file;
  }

  Path root() {
    return root;
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path sandbox() {
    return root.resolve("sandbox");
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
