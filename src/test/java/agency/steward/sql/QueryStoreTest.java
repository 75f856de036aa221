package agency.steward.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class QueryStoreTest {
  private static final String ADD =
      "INSERT INTO pg_temp.shelf (id, at, texts, ids, json, bytes) VALUES"
          + " (:id, :at, :texts, :ids, CAST(:json AS jsonb), :bytes)";

  @Inject QueryStore store;

  /** For as long as the transaction of the test lasts. */
  private void makeTheTable() {
    store
        .query(
            "CREATE TEMP TABLE shelf (id uuid CONSTRAINT one_of_each PRIMARY KEY, at timestamptz,"
                + " texts text[], ids uuid[], json jsonb, bytes bytea) ON COMMIT DROP")
        .update();
  }

  @Test
  @TestTransaction
  void everyKindOfValueComesBackAsItWent() {
    // Given
    makeTheTable();
    var id = UUID.randomUUID();
    Instant at = Instant.parse("2026-11-26T12:00:00.123456Z");

    // When
    store.forAll(ADD, List.of(values(id, at)));

    // Then
    Row row = store.query("SELECT *, 3 AS n FROM pg_temp.shelf").first(r -> r).orElseThrow();
    assertThat(row.get("id", UUID.class)).isEqualTo(id);
    assertThat(row.get("at", Instant.class)).isEqualTo(at);
    assertThat(row.get("texts", String[].class)).containsExactly("a", "b,c");
    assertThat(row.get("ids", UUID[].class)).containsExactly(id);
    assertThat(row.get("json", String.class)).isEqualTo("{\"a\": 1}");
    assertThat(row.get("bytes", byte[].class)).containsExactly(1, 2);
    assertThat(row.number("n")).isEqualTo(3);
  }

  @Test
  @TestTransaction
  void whatIsNullIsNothing() {
    makeTheTable();
    store
        .query("INSERT INTO pg_temp.shelf (id, at) VALUES (:id, :at)")
        .set("id", UUID.randomUUID())
        .set("at", null)
        .update();
    Row row = store.query("SELECT at FROM pg_temp.shelf").first(r -> r).orElseThrow();
    assertThat(row.find("at", Instant.class)).isEmpty();
    assertThatThrownBy(() -> row.get("at", Instant.class))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("at");
    assertThatThrownBy(() -> row.find("never", Instant.class)).hasMessageContaining("never");
  }

  @Test
  @TestTransaction
  void aValueThatWasForgottenIsNotTakenForNull() {
    makeTheTable();
    var query = store.query("SELECT id FROM pg_temp.shelf WHERE id = :id");
    assertThatThrownBy(() -> query.column(UUID.class)).hasMessageContaining("id");
  }

  @Test
  @TestTransaction
  void whoeverIsRefusedLearnsByWhichConstraint() {
    makeTheTable();
    Map<String, @Nullable Object> same = values(UUID.randomUUID(), Instant.EPOCH);
    assertThatThrownBy(() -> store.forAll(ADD, List.of(same, same)))
        .asInstanceOf(type(Refused.class))
        .extracting(Refused::constraint)
        .hasToString("Optional[one_of_each]");
  }

  private static Map<String, @Nullable Object> values(UUID id, Instant at) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("id", id);
    values.put("at", at);
    values.put("texts", new String[] {"a", "b,c"});
    values.put("ids", new UUID[] {id});
    values.put("json", "{\"a\": 1}");
    values.put("bytes", new byte[] {1, 2});
    return values;
  }
}
