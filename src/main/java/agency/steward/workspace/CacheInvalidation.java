package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Forgets what the cache knows once the running transaction has ended, however it ended. */
@ApplicationScoped
class CacheInvalidation {
  private final WorkspaceCache cache;
  private final TransactionSynchronizationRegistry transaction;

  CacheInvalidation(WorkspaceCache cache, TransactionSynchronizationRegistry transaction) {
    this.cache = cache;
    this.transaction = transaction;
  }

  void afterCompletion(WorkspaceId id) {
    afterCompletion(() -> cache.forget(id));
  }

  void allAfterCompletion() {
    afterCompletion(cache::forgetAll);
  }

  private void afterCompletion(Runnable forget) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Others may still read the old row until the commit.
          }

          @Override
          public void afterCompletion(int status) {
            forget.run();
          }
        });
  }
}
