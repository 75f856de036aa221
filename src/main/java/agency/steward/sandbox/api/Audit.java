package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Ids;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Query;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.call.Stamp;
import agency.steward.sandbox.row.AuditEntry;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.world.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code audit-logs} (facts.md 4.5), the newest first; the one list with pages of up to 1,000. */
final class Audit {
  private static final int MOST = 1_000;
  private static final Comparator<AuditEntry> OLDEST_FIRST =
      Comparator.comparingLong(AuditEntry::at).thenComparing(AuditEntry::id);

  private Audit() {}

  static void add(Routes routes) {
    routes.get("audit-logs", "audit_logs:read", Audit::list);
  }

  /** The line that a call leaves. */
  static AuditEntry entry(Call call, int activity, @Nullable UUID webhook) {
    return new AuditEntry(
        NewId.next(),
        call.now(),
        activity,
        true,
        call.key().id(),
        null,
        null,
        call.userAgent(),
        webhook);
  }

  private static Answer list(Call call) {
    List<AuditEntry> entries =
        call.rows(Table.AUDIT).stream()
            .filter(wanted(call.query()))
            .sorted(OLDEST_FIRST.reversed())
            .toList();
    return Paging.page(
        call,
        entries,
        MOST,
        entry -> entry.id().toString(),
        cursor -> after(call, cursor),
        (out, entry) -> entry.write(out, call.workspace()));
  }

  private static Predicate<AuditEntry> wanted(Query query) {
    OptionalInt type = query.integer("activity_type");
    Optional<String> search = query.text("search");
    long start = query.text("start_date").map(text -> time("start_date", text, 0)).orElse(0L);
    long end = query.text("end_date").map(text -> time("end_date", text, 1)).orElse(Long.MAX_VALUE);
    return entry ->
        (type.isEmpty() || type.getAsInt() == entry.activity())
            && search.map(entry::matches).orElse(true)
            && entry.at() >= start
            && entry.at() < end;
  }

  /** A day or a time; the day of an end is whole. */
  private static long time(String name, String text, int later) {
    OptionalLong time = Stamp.day(text, later);
    return (time.isPresent() ? time : Stamp.read(text))
        .orElseThrow(() -> Query.wrong(name, "match format \"date-time\""));
  }

  /** An id or a time. */
  private static Predicate<AuditEntry> after(Call call, String cursor) {
    Optional<AuditEntry> last = Ids.read(cursor).flatMap(call.rows(Table.AUDIT)::find);
    if (last.isPresent()) {
      return entry -> OLDEST_FIRST.compare(entry, last.get()) < 0;
    }
    long time = Stamp.read(cursor).orElseThrow(Query::wrongCursor);
    return entry -> entry.at() < time;
  }
}
