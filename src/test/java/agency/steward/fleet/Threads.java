package agency.steward.fleet;

import static org.awaitility.Awaitility.await;

/** Waits for threads to be where a test wants them. */
final class Threads {
  private Threads() {}

  static void awaitBlocked(Thread thread) {
    await().until(() -> thread.getState() == Thread.State.WAITING);
  }
}
