package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.Locale;
import java.util.UUID;

/**
 * A sending account (facts.md 4.8).
 *
 * @param id of the sandbox only: Instantly knows an account by its address
 */
public record Account(UUID id, String email, int status, int warmup, int provider, long createdAt)
    implements Row {
  public static final int ACTIVE = 1;
  public static final int GOOGLE = 2;

  public boolean matches(String search) {
    return email.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  /** Leaves the object open, so that tags can be added. */
  public void begin(JsonOut out, UUID workspace) {
    out.object().text("email", email).time("timestamp_created", createdAt);
    out.time("timestamp_updated", createdAt).text("first_name", "Sales");
    out.text("last_name", "Example").id("organization", workspace).number("status", status);
    out.number("warmup_status", warmup).number("provider_code", provider);
    out.flag("setup_pending", false).flag("is_managed_account", false);
    out.number("daily_limit", 30).nothing("tracking_domain_name");
    out.nothing("timestamp_warmup_start").number("stat_warmup_score", 100);
  }
}
