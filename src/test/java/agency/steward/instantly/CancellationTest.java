package agency.steward.instantly;

import static agency.steward.instantly.Upstream.json;
import static agency.steward.instantly.Upstream.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is given up leaves nothing behind. The client of these tests has four connections. */
class CancellationTest {
  @RegisterExtension final Served served = new Served();

  private Upstream upstream;
  private Client client;
  private Workspace workspace;

  @BeforeEach
  void aWorkspace() {
    upstream = served.upstream().on("GET /slow", nothing()).on("GET /fast", json("{\"id\":\"x\"}"));
    client = served.client();
    workspace = client.own("iw-1", Client.KEY);
  }

  private void assertAllConnectionsWork() throws InterruptedException {
    var done = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      Thread.startVirtualThread(() -> {
        client.in(workspace, Duration.ofSeconds(5)).get("/fast");
        done.countDown();
      });
    }
    done.await();
  }

  @Test
  void anInterruptedCallGivesItsConnectionBack() throws Exception {
    for (int round = 0; round < 3; round++) {
      var threads = new ArrayList<Thread>();
      int before = upstream.seen().size();
      for (int i = 0; i < 4; i++) {
        threads.add(
            Thread.startVirtualThread(() -> {
              assertThatThrownBy(() -> client.in(workspace, Duration.ofSeconds(60)).get("/slow"))
                  .isInstanceOf(InstantlyException.class);
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            }));
      }
      await().until(() -> upstream.seen().size() == before + 4);

      threads.forEach(Thread::interrupt);
      for (Thread thread : threads) {
        thread.join();
      }

      await().until(() -> upstream.open() == 0);
    }
    assertAllConnectionsWork();
  }

  @Test
  void aCallThatIsLateGivesItsConnectionBack() throws Exception {
    for (int i = 0; i < 8; i++) {
      assertThatThrownBy(() -> client.in(workspace, Duration.ofMillis(50)).get("/slow"))
          .isInstanceOfSatisfying(
              InstantlyException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT));
    }

    assertAllConnectionsWork();
    await().until(() -> upstream.open() <= 4);
  }

  @Test
  void whoeverWaitsForAConnectionCanBeInterruptedToo() throws Exception {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(
          Thread.startVirtualThread(() ->
              assertThatThrownBy(() -> client.in(workspace, Duration.ofSeconds(60)).get("/slow"))
                  .isInstanceOf(InstantlyException.class)));
    }
    await().until(() -> upstream.seen().size() == 4);

    all.forEach(Thread::interrupt);
    for (Thread thread : all) {
      thread.join();
    }

    assertAllConnectionsWork();
  }

  @Test
  void moreThanMayWaitAreTurnedAwayAtOnce() throws Exception {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          Thread.startVirtualThread(() ->
              assertThatThrownBy(() -> client.in(workspace, Duration.ofSeconds(60)).get("/slow"))
                  .isInstanceOf(InstantlyException.class)));
    }
    await().until(() -> upstream.seen().size() == 4);

    await()
        .untilAsserted(() ->
            assertThatThrownBy(() -> client.in(workspace, Duration.ofMillis(100)).get("/fast"))
                .isInstanceOfSatisfying(
                    InstantlyException.class,
                    e ->
                        assertThat(e.problem().code())
                            .isEqualTo(ProblemCode.UPSTREAM_RATE_LIMITED)));
    all.forEach(Thread::interrupt);
    for (Thread thread : all) {
      thread.join();
    }
  }

  @Test
  void connectionsAreUsedAgain() {
    for (int i = 0; i < 20; i++) {
      client.in(workspace).get("/fast");
    }

    assertThat(upstream.connections()).isEqualTo(1);
  }
}
