package agency.steward.sandbox.call;

import java.util.List;
import java.util.stream.Stream;

/** The scope strings of a key (facts.md 1.2). */
public final class Scopes {
  private static final List<String> RESOURCES =
      List.of(
          "all",
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
          "email_verifications",
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
  private static final List<String> ACTIONS = List.of("all", "create", "read", "update", "delete");

  /** What a new key may be given: 178 of them. */
  public static final List<String> KNOWN = RESOURCES.stream().flatMap(Scopes::of).toList();

  public static final String EVERYTHING = "all:all";

  private Scopes() {}

  private static Stream<String> of(String resource) {
    return ACTIONS.stream()
        .filter(action ->
            !resource.equals("email_verifications")
                || !(action.equals("update") || action.equals("delete")))
        .map(action -> resource + ":" + action);
  }

  /**
   * Any one of {@code res:action}, {@code res:all}, {@code all:action} and {@code all:all} does.
   */
  static List<String> granting(String scope) {
    String resource = scope.substring(0, scope.indexOf(':'));
    String action = scope.substring(scope.indexOf(':') + 1);
    return List.of(scope, resource + ":all", "all:" + action, EVERYTHING);
  }
}
