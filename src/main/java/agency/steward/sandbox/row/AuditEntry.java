package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of Instantly's own audit log (facts.md 4.5). */
public record AuditEntry(
    UUID id,
    long at,
    int activity,
    boolean fromApi,
    @Nullable UUID keyId,
    @Nullable UUID userId,
    @Nullable String userName,
    @Nullable String userAgent,
    @Nullable UUID webhookId)
    implements Row {
  public static final int LOGIN = 1;
  public static final int WEBHOOK_CREATED = 18;
  public static final int WEBHOOK_UPDATED = 19;
  public static final int WEBHOOK_RESUMED = 21;
  public static final int KEY_CREATED = 37;
  public static final int KEY_DELETED = 38;

  /** Members, roles, owners, groups and tags leave no line: 13 to 17 and 39 do not exist either. */
  public static final List<Integer> ACTIVITIES =
      List.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
          31, 32, 33, 34, 35, 36, 37, 38, 40);

  public boolean matches(String search) {
    String all = userName + " " + userAgent + " " + keyId + " " + userId;
    return all.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  public void write(JsonOut out, UUID workspace) {
    out.object().id("id", id).time("timestamp", at).id("organization_id", workspace);
    out.number("activity_type", activity).text("ip_address", "127.0.0.1");
    out.flag("from_api", fromApi).id("api_key_id", keyId).id("user_id", userId);
    out.text("user_name", userName).text("user_agent", userAgent);
    out.nothing("affected_count").nothing("campaign_id").id("webhook_id", webhookId);
    out.nothing("subsequence_id").nothing("list_id").endObject();
  }
}
