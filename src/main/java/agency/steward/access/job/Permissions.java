package agency.steward.access.job;

import java.util.List;
import java.util.Set;

/** What a member of a workspace can be invited with beside a role (facts.md 4.1). */
public final class Permissions {
  /** Instantly's own list. */
  public static final List<String> NAMES =
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

  /** Team, billing, settings and groups: what sets an admin apart from an editor. */
  private static final Set<String> OF_ADMINS =
      Set.of(
          "organization.manage",
          "organization.integrations",
          "organization.billing",
          "organization.users.manage",
          "agency.manage",
          "workspaceGroupMembers.invite",
          "workspaceGroupMembers.remove",
          "workspaceGroupMembers.leave");

  private Permissions() {}

  /**
   * Whether this is (or, since the list grows, may be) something only admins have: whatever is not
   * known to be less.
   */
  public static boolean isOfAdmins(String permission) {
    return OF_ADMINS.contains(permission) || !NAMES.contains(permission);
  }

  /** Whether a member of this profile has it: by its own list, or without one by its role. */
  public static boolean has(Profile profile, String permission) {
    if (!profile.permissions().isEmpty()) {
      return profile.permissions().contains(permission);
    }
    return switch (profile.instantlyRole()) {
      case "admin" -> true;
      case "editor" -> !isOfAdmins(permission);
      default -> NAMES.contains(permission) && isReading(permission);
    };
  }

  /** Instantly's role view replies in Unibox too. */
  private static boolean isReading(String permission) {
    return permission.endsWith(".view") || permission.equals("unibox.all");
  }
}
