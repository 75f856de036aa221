package agency.steward.credential.local;

import agency.steward.workspace.WorkspaceId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Keeps others out of some files of the store. There are several, so that workspaces seldom wait
 * for each other's disk; each is a file of its own, since closing a file gives up all locks that
 * the process has on it.
 */
final class StoreLock {
  private static final int MANY = 16;

  private static final List<StoreLock> ALL =
      IntStream.range(0, MANY).mapToObj(n -> new StoreLock("keys-" + n + ".lock")).toList();

  private final String name;

  /** A lock of a file keeps out other processes only; within one, asking twice is an error. */
  private final ReentrantLock inThisProcess = new ReentrantLock();

  private StoreLock(String name) {
    this.name = name;
  }

  static StoreLock of(WorkspaceId workspace) {
    return ALL.get(Math.floorMod(workspace.hashCode(), MANY));
  }

  /** As {@link #alone} for all workspaces; whoever is alone with one takes no other. */
  static <T> T aloneWithAll(Path directory, FileWork<T> work) throws IOException {
    FileWork<T> all = work;
    for (StoreLock each : ALL) {
      FileWork<T> inner = all;
      all = () -> each.alone(directory, inner);
    }
    return all.run();
  }

  <T> T alone(Path directory, FileWork<T> work) throws IOException {
    inThisProcess.lock();
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      return work.run();
    } finally {
      inThisProcess.unlock();
    }
  }
}
