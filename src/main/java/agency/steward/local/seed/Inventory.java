package agency.steward.local.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client's workspace has besides its people, in the words of the sandbox's control surface.
 */
final class Inventory {
  /** Somebody has connected a tool there with a key that may do everything. */
  private static final Set<String> CARELESS = Set.of("globex", "initech");

  private Inventory() {}

  static Map<String, Object> of(Client client) {
    var inventory = new HashMap<String, Object>();
    inventory.put("tags", List.of("inbound", "outbound", "senders"));
    inventory.put("campaigns", campaigns());
    inventory.put("accounts", accounts(client.code() + "-mail.example"));
    inventory.put("api_keys", keys(client.code()));
    inventory.put("webhooks", List.of(webhook(client.code())));
    inventory.put("audit_logs", 3);
    return inventory;
  }

  /** The first one is live and sends from whatever carries the tag {@code senders}. */
  private static List<Map<String, Object>> campaigns() {
    return List.of(
        Map.of(
            "name",
            "Autumn outreach",
            "status",
            1,
            "tags",
            List.of("outbound"),
            "email_tag_list",
            List.of("senders")),
        Map.of("name", "Website replies", "status", 1, "tags", List.of("inbound")),
        Map.of("name", "Win back", "status", 2, "tags", List.of("outbound")));
  }

  private static List<Map<String, Object>> accounts(String domain) {
    return List.of(
        Map.of("email", "hello@" + domain, "tags", List.of("senders")),
        Map.of("email", "sales@" + domain, "tags", List.of("senders")),
        Map.of("email", "team@" + domain));
  }

  private static List<Map<String, Object>> keys(String code) {
    var keys = new ArrayList<Map<String, Object>>();
    keys.add(Map.of("name", "reporting", "scopes", List.of("campaigns:read", "accounts:read")));
    if (CARELESS.contains(code)) {
      keys.add(Map.of("name", "zapier", "scopes", List.of("all:all")));
    }
    return keys;
  }

  private static Map<String, Object> webhook(String code) {
    return Map.of(
        "name",
        "CRM",
        "target_hook_url",
        "https://crm.agency.example/replies/" + code,
        "event_type",
        "reply_received",
        "headers",
        Map.of("X-Source", "instantly"));
  }
}
