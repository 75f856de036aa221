package agency.steward.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.testing.HandClock;
import agency.steward.testing.PostgresResource;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LedgerTest {
  private static final Actor ANN = Actor.of("sub:ann", List.of("agency-admin"));

  @Inject Ledger ledger;
  @Inject LedgerVerifier verifier;
  @Inject LedgerStore store;
  @Inject LedgerReader reader;
  @Inject LedgerAppendStore appendStore;
  @Inject TransactionSynchronizationRegistry transaction;

  @Test
  void concurrentAppendsFormOneUnbrokenChain() throws Exception {
    long before = count();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var appends =
          IntStream.range(0, 200).mapToObj(i -> threads.submit(() -> append("test.one"))).toList();
      for (var append : appends) {
        append.get();
      }
    }
    assertThat(count()).isGreaterThanOrEqualTo(before + 200);
    assertThat(verifier.verify()).isInstanceOf(Verification.Unbroken.class);
  }

  @Test
  void entriesOfOneTransactionStandInTheOrderInWhichTheyWereAppended() {
    var workspace = new WorkspaceId(UUID.randomUUID());
    QuarkusTransaction.requiringNew()
        .run(() -> {
          ledger.append(LedgerEntry.of(ANN, "test.first").in(workspace));
          ledger.append(LedgerEntry.of(ANN, "test.second").in(workspace));
        });
    List<LedgerRow> rows =
        QuarkusTransaction.requiringNew()
            .call(() -> store.list("workspaceId = ?1 order by seq", workspace.value()));
    assertThat(rows).extracting(row -> row.action).containsExactly("test.first", "test.second");
    assertThat(rows.get(1).seq).isEqualTo(rows.get(0).seq + 1);
  }

  /** It stands behind, since its transaction was the longer one. */
  @Test
  void whatWasSaidBeforeAMomentHidesNothingThatWasSaidSince() {
    var clock = new HandClock();
    var byHand = new Ledger(transaction, appendStore, clock);
    var workspace = new WorkspaceId(UUID.randomUUID());
    clock.pass(Duration.ofMinutes(1));
    QuarkusTransaction.requiringNew()
        .run(() -> {
          byHand.append(LedgerEntry.of(ANN, "test.long").in(workspace));
          clock.pass(Duration.ofMinutes(1));
          QuarkusTransaction.requiringNew()
              .run(() -> byHand.append(LedgerEntry.of(ANN, "test.short").in(workspace)));
        });
    var since =
        new LedgerFilter(
            Optional.empty(),
            Optional.of(workspace),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(clock.instant()));

    assertThat(reader.between(since, 0, reader.last(), 10))
        .singleElement()
        .satisfies(entry -> assertThat(new String(entry.json(), UTF_8)).contains("test.short"));
  }

  @Test
  void whatIsRolledBackIsNotRecorded() {
    var workspace = new WorkspaceId(UUID.randomUUID());
    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() -> {
                  ledger.append(LedgerEntry.of(ANN, "test.never").in(workspace));
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> store.count("workspaceId", workspace.value())))
        .isZero();
  }

  @Test
  void nothingIsRecordedOutsideATransaction() {
    assertThatThrownBy(() -> ledger.append(LedgerEntry.of(ANN, "test.nowhere")))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void anEntryThatIsTooLargeFailsWhereItIsAppended() {
    var facts = JsonNodeFactory.instance.objectNode().put("much", "x".repeat(20_000));
    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() -> ledger.append(LedgerEntry.of(ANN, "test.large").with(facts))))
        .hasMessageContaining("too large");
  }

  @Test
  void thePastCannotBeRewrittenInPassing() throws SQLException {
    append("test.past");
    try (var connection = PostgresResource.postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "UPDATE ledger_entry SET action = 'x'",
              "DELETE FROM ledger_entry",
              "TRUNCATE ledger_entry")) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
      }
    }
  }

  private void append(String action) {
    QuarkusTransaction.requiringNew()
        .run(() ->
            ledger.append(
                LedgerEntry.of(ANN, action)
                    .because(Optional.of("a test"))
                    .asked(Optional.of("r-1"))));
  }

  private long count() {
    return QuarkusTransaction.requiringNew().call(() -> store.count());
  }
}
