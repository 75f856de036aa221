package agency.steward.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.fleet.Some;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkspaceCacheTest {
  private static final Workspace ACME = Some.workspace(1);

  private final AtomicLong nanos = new AtomicLong();
  private final WorkspaceCache cache = new WorkspaceCache(nanos::get);

  @Test
  void anEntryIsAsOldAsTheReadThatItComesFromHasBegun() {
    // Given: it was read while the process stood still for a while
    WorkspaceCache.Ticket ticket = cache.ticket();
    nanos.addAndGet(Duration.ofMillis(1_500).toNanos());
    cache.put(List.of(ACME), Map.of(), ticket);

    assertThat(cache.get(ACME.id(), WorkspaceCache.FRESH)).isEmpty();
    assertThat(cache.get(ACME.id(), Duration.ofSeconds(2))).contains(ACME);
  }

  @Test
  void whatChangedWhileItWasReadIsNotKept() {
    WorkspaceCache.Ticket ticket = cache.ticket();
    cache.forget(ACME.id());
    cache.put(List.of(ACME), Map.of(), ticket);

    assertThat(cache.get(ACME.id(), WorkspaceCache.FRESH)).isEmpty();
  }
}
