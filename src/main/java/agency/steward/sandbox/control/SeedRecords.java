package agency.steward.sandbox.control;

import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.row.AuditEntry;
import agency.steward.sandbox.row.Job;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Webhook;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.IntStream;

/** The webhooks, the jobs and the audit log of a new workspace. */
record SeedRecords(Draft draft, UUID id, long now) {
  private static final long HOUR = 3_600_000L;

  void plant(JsonNode wanted) {
    Seed.elements(wanted, "webhooks").forEach(this::webhook);
    IntStream.range(0, wanted.path("background_jobs").asInt()).forEach(this::job);
    IntStream.range(0, wanted.path("audit_logs").asInt()).forEach(this::audit);
  }

  private void webhook(JsonNode json) {
    int status = json.path("status").asInt(Webhook.ACTIVE);
    draft.put(
        Table.WEBHOOKS,
        new Webhook(
            NewId.next(),
            json.get("target_hook_url").textValue(),
            json.path("event_type").asText("all_events"),
            null,
            json.path("name").textValue(),
            null,
            json.path("headers").isObject() ? Json.textsByName(json.path("headers")) : null,
            status,
            now,
            status == Webhook.ACTIVE ? 0 : now));
  }

  private void job(int i) {
    String type = Job.TYPES.get(i % Job.TYPES.size());
    String status = i % 2 == 0 ? "success" : "pending";
    draft.put(Table.JOBS, new Job(NewId.next(), type, "workspace", id.toString(), status, now + i));
  }

  /** One an hour, the last one now, through all the activities there are. */
  private void audit(int i) {
    int activity = AuditEntry.ACTIVITIES.get(i % AuditEntry.ACTIVITIES.size());
    draft.put(
        Table.AUDIT,
        new AuditEntry(
            NewId.next(),
            now - i * HOUR,
            activity,
            false,
            null,
            draft.space().owner(),
            "Olivia Owner",
            "Mozilla/5.0",
            null));
  }
}
