package agency.steward.apikey.scope;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The 178 scopes that Instantly mints keys with, in its order (facts.md 1.2). Keys that are there
 * may carry others: Instantly's own operations name some that cannot be asked for.
 */
public final class Catalogue {
  static final String ALL = "all";
  static final List<String> ACTIONS = List.of(ALL, "create", "read", "update", "delete");

  private static final String HALF = "email_verifications";
  private static final List<String> ACTIONS_OF_HALF = List.of(ALL, "create", "read");
  private static final List<String> RESOURCES =
      List.of(
          ALL,
          "ai_agents",
          "api_keys",
          "audit_logs",
          "custom_prompt_templates",
          "account_campaign_mappings",
          "campaigns",
          "inbox_placement_tests",
          "inbox_placement_analytics",
          "inbox_placement_reports",
          "lead_lists",
          "leads",
          "background-jobs",
          "custom_tags",
          "custom_tag_mappings",
          "crm_actions",
          "accounts",
          "block_list_entries",
          "lead-labels",
          HALF,
          "emails",
          "email_templates",
          "workspaces",
          "workspace_billing",
          "workspace_group_members",
          "workspace_members",
          "subsequences",
          "ai_sdr",
          "ai_sdr_replies",
          "ai_inbox_manager_analytics",
          "sales_flows",
          "webhooks",
          "webhook_events",
          "security_tokens",
          "dfy_email_account_orders",
          "auth");
  private static final Set<String> SCOPES = scopes();

  private Catalogue() {}

  private static Set<String> scopes() {
    var scopes = new LinkedHashSet<String>();
    RESOURCES.forEach(
        resource -> actions(resource).forEach(action -> scopes.add(resource + ":" + action)));
    return scopes;
  }

  /** All of them, in Instantly's order. */
  public static List<String> all() {
    return List.copyOf(SCOPES);
  }

  static boolean has(String scope) {
    return SCOPES.contains(scope);
  }

  /** Without {@code all}. */
  static List<String> resources() {
    return RESOURCES.subList(1, RESOURCES.size());
  }

  static List<String> actions(String resource) {
    return resource.equals(HALF) ? ACTIONS_OF_HALF : ACTIONS;
  }
}
