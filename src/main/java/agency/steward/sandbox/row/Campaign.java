package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A campaign, as far as a list shows it (facts.md 4.8).
 *
 * @param senderTags {@code email_tag_list}: ids of tags whose accounts send it
 */
public record Campaign(UUID id, String name, int status, List<String> senderTags, long createdAt)
    implements Row {
  public static final int ACTIVE = 1;
  public static final List<Integer> STATUSES = List.of(-99, -1, -2, 0, 1, 2, 3, 4);

  private static final byte[] SCHEDULE =
      """
      {"schedules":[{"name":"Weekdays","timing":{"from":"09:00","to":"17:00"},\
      "days":{"0":false,"1":true,"2":true,"3":true,"4":true,"5":true,"6":false},\
      "timezone":"America/Chicago"}]}\
      """
          .getBytes(StandardCharsets.UTF_8);

  public boolean matches(String search) {
    return name.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  public void write(JsonOut out, UUID workspace) {
    out.object().id("id", id).text("name", name).number("status", status);
    out.json("campaign_schedule", SCHEDULE).time("timestamp_created", createdAt);
    out.time("timestamp_updated", createdAt).array("email_list").endArray();
    out.texts("email_tag_list", senderTags).number("daily_limit", 100);
    out.flag("stop_on_reply", true).id("organization", workspace).endObject();
  }
}
