package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.row.AuditEntry;
import agency.steward.sandbox.row.NewId;

/** {@code audit-logs} (facts.md 4.5). */
final class Audit {
  private Audit() {}

  /** The line that a call leaves. */
  static AuditEntry entry(Call call, int activity) {
    return new AuditEntry(
        NewId.next(),
        call.now(),
        activity,
        true,
        call.key().id(),
        null,
        null,
        call.userAgent(),
        null);
  }
}
