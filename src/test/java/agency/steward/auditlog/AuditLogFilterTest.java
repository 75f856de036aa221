package agency.steward.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditLogFilterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Span ANY_TIME = new Span(Optional.empty(), Optional.empty());

  private static ObjectNode entry(String id, int activity, String at) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("activity_type", activity)
        .put("timestamp", at);
  }

  /** Instantly, if it ignored every filter. */
  private static InstantlyWorkspace deaf(ObjectNode... entries) {
    return (InstantlyWorkspace)
        Proxy.newProxyInstance(
            AuditLogFilterTest.class.getClassLoader(),
            new Class<?>[] {InstantlyWorkspace.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("list");
              assertThat(arguments[0]).isEqualTo(Listing.AUDIT_LOGS);
              return List.of(entries);
            });
  }

  @Test
  void whatInstantlyDoesNotFilterIsFilteredAgain() {
    var filter =
        new AuditLogFilter(
            Optional.of(37),
            Optional.empty(),
            Span.of(Optional.of("2026-11-20"), Optional.of("2026-11-21")),
            NOW);

    assertThat(
            filter.in(
                deaf(
                    entry("fits", 37, "2026-11-20T00:00:00.000Z"),
                    entry("other", 38, "2026-11-20T00:00:00.000Z"),
                    entry("early", 37, "2026-11-19T23:59:59.999Z"),
                    entry("late", 37, "2026-11-22T00:00:00.000Z"))))
        .extracting(row -> row.path("id").asText())
        .containsExactly("fits");
  }

  @Test
  void anEntryWhoseTimeCannotBeReadIsNotHidden() {
    var filter =
        new AuditLogFilter(
            Optional.empty(),
            Optional.empty(),
            Span.of(Optional.of("2026-11-20"), Optional.empty()),
            NOW);

    assertThat(filter.in(deaf(entry("odd", 1, "Tuesday")))).hasSize(1);
  }

  @Test
  void instantlyIsAskedForWholeDaysWithRoomOnBothSides() {
    var filter =
        new AuditLogFilter(
            Optional.of(41),
            Optional.of("ann"),
            Span.of(Optional.of("2026-11-20T10:00:00Z"), Optional.of("2026-11-20T11:00:00Z")),
            NOW);

    assertThat(filter.query())
        .isEqualTo(
            Map.of(
                "activity_type",
                "41",
                "search",
                "ann",
                "start_date",
                "2026-11-19",
                "end_date",
                "2026-11-22"));
  }

  @Test
  void everyEntrySaysWhatItsNumberMeans() {
    var filter = new AuditLogFilter(Optional.empty(), Optional.empty(), ANY_TIME, NOW);

    assertThat(
            filter.in(
                deaf(
                    entry("a", 1, "2026-11-20T00:00:00Z"), entry("b", 77, "2026-11-20T00:00:00Z"))))
        .extracting(row -> row.path("activity").asText())
        .containsExactly("user_login", "activity_77");
    assertThat(filter.in(deaf(JsonNodeFactory.instance.objectNode().put("activity_type", "x"))))
        .extracting(row -> row.has("activity"))
        .containsExactly(false);
  }
}
