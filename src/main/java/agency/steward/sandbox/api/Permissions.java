package agency.steward.sandbox.api;

import java.util.List;

/** What can be allowed to a member of the app's sections, at the invitation only (facts.md 4.1). */
final class Permissions {
  static final List<String> KNOWN =
      List.of(
          "dashboard.view",
          "campaigns.view",
          "campaigns.create",
          "campaigns.edit",
          "campaigns.delete",
          "organization.manage",
          "organization.integrations",
          "organization.billing",
          "organization.users.manage",
          "leadFinder.view",
          "customLeadLabels.create",
          "customLeadLabels.edit",
          "customLeadLabels.delete",
          "unibox.all",
          "analytics.view",
          "websiteChat.view",
          "websiteChat.manage",
          "agency.manage",
          "accounts.view",
          "accounts.manage",
          "leadManagement.view",
          "leads.move",
          "crm.view",
          "websiteVisitors.view",
          "blocklist.manage",
          "preferences.manage",
          "inboxPlacement.view",
          "aiAgents.manage",
          "workspaceGroupMembers.invite",
          "workspaceGroupMembers.remove",
          "workspaceGroupMembers.leave");

  private Permissions() {}
}
