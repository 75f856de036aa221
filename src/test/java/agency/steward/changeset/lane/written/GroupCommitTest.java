package agency.steward.changeset.lane.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.instantly.Deadline;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several lanes write at the same moment. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class GroupCommitTest {
  private static final AtomicLong FENCES = new AtomicLong(Long.MAX_VALUE / 2);

  @Inject GroupCommit group;
  @Inject SqlStore database;
  @Inject TransactionSynchronizationRegistry transaction;

  private final UUID set = UUID.randomUUID();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch allWait = new CountDownLatch(1);

  @BeforeEach
  void aSetIsGoing() {
    update(
        "INSERT INTO change_set (id, kind, state, created_by, created_at, digest, bulk)"
            + " VALUES (?, 'role_change', 'running', 'ann', now(), 'sha256:0', true)",
        set);
  }

  @AfterEach
  void itIsOver() {
    threads.shutdown();
    update("DELETE FROM change_lane WHERE change_set_id = ?", set);
    update("DELETE FROM change_set WHERE id = ?", set);
  }

  private Lane lane() {
    var workspace = UUID.randomUUID();
    long fence = FENCES.incrementAndGet();
    update(
        "INSERT INTO change_lane (change_set_id, workspace_id, state, queued_at, due_at, fence, expires_at)"
            + " VALUES (?, ?, 'running', now(), now(), ?, now() + interval '1 hour')",
        set,
        workspace,
        fence);
    return new Lane(
        new ChangeSetId(set),
        new WorkspaceId(workspace),
        fence,
        0,
        false,
        Deadline.in(Duration.ofHours(1)));
  }

  private void update(String sql, Object... values) {
    QuarkusTransaction.requiringNew().run(() -> database.update(sql, values));
  }

  private long number(String state) {
    return database.column("SELECT pg_current_xact_id()::text::bigint", Long.class).getFirst();
  }

  /** Each of them in a thread of its own, and all before the first is at its end. */
  private <T> List<CompletableFuture<T>> atOnce(List<Supplier<T>> writings) {
    var busy = new CountDownLatch(1);
    threads.execute(() ->
        group.write(
            lane(),
            1,
            state -> {
              busy.countDown();
              return await(allWait);
            }));
    await(busy);
    List<CompletableFuture<T>> all =
        writings.stream().map(each -> CompletableFuture.supplyAsync(each, threads)).toList();
    Awaitility.await().until(() -> group.waiting() == writings.size());
    allWait.countDown();
    return all;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int rows(Lane lane) {
    return database
        .column("SELECT tries FROM change_lane WHERE fence = ?", Integer.class, lane.fence())
        .getFirst();
  }

  private int written(Lane lane) {
    return group.write(
        lane,
        1,
        state -> database.update("UPDATE change_lane SET tries = 7 WHERE fence = ?", lane.fence()));
  }

  @Test
  void whatWaitsAtTheSameTimeIsWrittenInOneTransaction() {
    List<Lane> lanes = Stream.generate(this::lane).limit(10).toList();

    List<CompletableFuture<Long>> all =
        atOnce(
            lanes.stream()
                .<Supplier<Long>>map(lane -> () -> group.write(lane, 50, this::number))
                .toList());

    assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void aTransactionHasAnEndThoughOthersWait() {
    List<Lane> lanes = Stream.generate(this::lane).limit(5).toList();

    List<CompletableFuture<Long>> all =
        atOnce(
            lanes.stream()
                .<Supplier<Long>>map(lane -> () -> group.write(lane, 500, this::number))
                .toList());

    assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(3);
  }

  @Test
  void whatFailsForOneIsNotWrittenAndTheOthersAre() {
    List<Lane> lanes = Stream.generate(this::lane).limit(3).toList();
    Lane bad = lanes.get(1);

    List<CompletableFuture<Integer>> all =
        atOnce(
            List.of(
                () -> written(lanes.get(0)),
                () ->
                    group.write(
                        bad,
                        1,
                        state -> {
                          database.update(
                              "UPDATE change_lane SET tries = 7 WHERE fence = ?", bad.fence());
                          return database.column("SELECT 1 / 0", Integer.class).getFirst();
                        }),
                () -> written(lanes.get(2))));

    assertThatThrownBy(all.get(1)::join).hasMessageContaining("change sets cannot be read");
    assertThat(all.get(0).join() + all.get(2).join()).isEqualTo(2);
    assertThat(lanes.stream().map(this::rows)).containsExactly(7, 0, 7);
  }

  @Test
  void aSignalOfOneTakesBackWhatThatOneHasWritten() {
    Lane held = lane();
    Lane other = lane();

    List<CompletableFuture<Integer>> all =
        atOnce(
            List.of(
                () ->
                    group.write(
                        held,
                        1,
                        state -> {
                          database.update(
                              "UPDATE change_lane SET tries = 7 WHERE fence = ?", held.fence());
                          throw new Stop.Signal(new Stop.Held());
                        }),
                () -> written(other)));

    assertThatThrownBy(all.get(0)::join)
        .hasCauseInstanceOf(Stop.Signal.class)
        .hasMessageContaining("Held");
    assertThat(all.get(1).join()).isEqualTo(1);
    assertThat(Stream.of(held, other).map(this::rows)).containsExactly(0, 7);
  }

  @Test
  void whoseLaneIsSomebodyElsesWritesNothingAndHearsOfIt() {
    Lane lost = lane();
    Lane other = lane();
    update(
        "UPDATE change_lane SET expires_at = now() - interval '1 second' WHERE fence = ?",
        lost.fence());

    List<CompletableFuture<Integer>> all =
        atOnce(List.of(() -> written(lost), () -> written(other)));

    assertThatThrownBy(all.get(0)::join)
        .hasCauseInstanceOf(Stop.Signal.class)
        .hasMessageContaining("Lost");
    assertThat(all.get(1).join()).isEqualTo(1);
    assertThat(Stream.of(lost, other).map(this::rows)).containsExactly(0, 7);
  }

  @Test
  void whereTheCommitHasFailedNothingIsSaidTwice() {
    Lane first = lane();
    Lane second = lane();
    var said = new AtomicInteger();

    List<CompletableFuture<Integer>> all =
        atOnce(
            List.of(
                () ->
                    group.write(
                        first,
                        1,
                        state -> {
                          transaction.registerInterposedSynchronization(new Broken());
                          return said.incrementAndGet();
                        }),
                () -> group.write(second, 1, state -> said.incrementAndGet())));

    assertThat(all).allSatisfy(each -> assertThatThrownBy(each::join).isNotNull());
    assertThat(said).hasValue(2);
  }

  /** Lets a transaction fail once all of it is written. */
  private static final class Broken implements Synchronization {
    @Override
    public void beforeCompletion() {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public void afterCompletion(int status) {}
  }
}
