package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace itself (facts.md 4.6).
 *
 * @param owner user id of its owner
 * @param removalAt epoch ms at which it will be gone, 0 for never
 * @param domain of its whitelabel
 * @param sec the token that a change of owner needs, once somebody asked for it
 */
public record Space(
    UUID id,
    String name,
    UUID owner,
    Plan plan,
    long createdAt,
    long updatedAt,
    long removalAt,
    @Nullable String logo,
    @Nullable String domain,
    @Nullable String sec)
    implements Row {

  public static Space of(UUID id, String name, UUID owner, Plan plan, long now) {
    return new Space(id, name, owner, plan, now, now, 0, null, null, null);
  }

  public Space updated(long now) {
    return new Space(id, name, owner, plan, createdAt, now, removalAt, logo, domain, sec);
  }

  public Space named(String other) {
    return new Space(id, other, owner, plan, createdAt, updatedAt, removalAt, logo, domain, sec);
  }

  public Space ownedBy(UUID user) {
    return new Space(id, name, user, plan, createdAt, updatedAt, removalAt, logo, domain, null);
  }

  public Space on(Plan other) {
    return new Space(id, name, owner, other, createdAt, updatedAt, removalAt, logo, domain, sec);
  }

  public Space removedAt(long time) {
    return new Space(id, name, owner, plan, createdAt, updatedAt, time, logo, domain, sec);
  }

  public Space withLogo(@Nullable String url) {
    return new Space(id, name, owner, plan, createdAt, updatedAt, removalAt, url, domain, sec);
  }

  public Space withDomain(@Nullable String other) {
    return new Space(id, name, owner, plan, createdAt, updatedAt, removalAt, logo, other, sec);
  }

  public Space withSec(String token) {
    return new Space(id, name, owner, plan, createdAt, updatedAt, removalAt, logo, domain, token);
  }

  public void write(JsonOut out) {
    out.object().id("id", id).text("name", name).id("owner", owner);
    out.time("timestamp_created", createdAt).time("timestamp_updated", updatedAt);
    if (removalAt == 0) {
      out.nothing("scheduled_for_removal_at");
    } else {
      out.time("scheduled_for_removal_at", removalAt);
    }
    out.text("plan_id", plan.id()).nothing("plan_id_bundle").nothing("plan_id_leadfinder");
    out.nothing("plan_id_crm").nothing("plan_id_website_visitor");
    out.nothing("plan_id_inbox_placement").flag("add_unsub_to_block", true);
    out.nothing("default_opportunity_value").text("org_logo_url", logo);
    out.text("org_client_domain", domain).endObject();
  }
}
