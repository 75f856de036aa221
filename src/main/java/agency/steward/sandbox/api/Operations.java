package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.tagging.Accounts;
import agency.steward.sandbox.tagging.Campaigns;
import agency.steward.sandbox.tagging.Tags;

/** Everything the sandbox answers under {@code /api/v2}. */
public final class Operations {
  private Operations() {}

  public static Routes all() {
    var routes = new Routes();
    Workspaces.add(routes);
    Members.add(routes);
    GroupMembers.add(routes);
    Keys.add(routes);
    Audit.add(routes);
    Ownership.add(routes);
    Whitelabel.add(routes);
    Billing.add(routes);
    Jobs.add(routes);
    Webhooks.add(routes);
    Tags.add(routes);
    Campaigns.add(routes);
    Accounts.add(routes);
    return routes;
  }
}
