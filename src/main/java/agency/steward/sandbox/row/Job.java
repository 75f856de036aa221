package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.List;
import java.util.UUID;

/** A background job (facts.md 4.9); no access operation ever makes one. */
public record Job(UUID id, String type, String entityType, String entityId, String status, long at)
    implements Row {
  public static final List<String> TYPES =
      List.of(
          "move-leads",
          "import-leads",
          "export-leads",
          "update-warmup-accounts",
          "rename-variable",
          "broadcast-ai-generate",
          "broadcast-website-scrape",
          "import-subscribers-from-crm",
          "resync-subscriber-crm-tags");
  public static final List<String> ENTITIES =
      List.of(
          "list",
          "campaign",
          "workspace",
          "broadcast",
          "subscriber-group-sync",
          "subscriber-group");
  private static final int HEX_DIGITS = 24;

  /** Not a UUID: 24 hex digits, ascending as the ids do. */
  public String hex() {
    return id.toString().replace("-", "").substring(0, HEX_DIGITS);
  }

  public void write(JsonOut out, UUID workspace, boolean withData) {
    out.object().text("id", hex()).id("workspace_id", workspace).nothing("user_id");
    out.text("type", type).text("entity_id", entityId).text("entity_type", entityType);
    if (withData) {
      out.object("data").array("moved_lead_emails").endArray().endObject();
    }
    out.number("progress", status.equals("success") ? 100 : 0).text("status", status);
    out.time("created_at", at).time("updated_at", at).endObject();
  }
}
