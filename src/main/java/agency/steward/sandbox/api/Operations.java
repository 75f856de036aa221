package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Routes;

/** Everything the sandbox answers under {@code /api/v2}. */
public final class Operations {
  private Operations() {}

  public static Routes all() {
    var routes = new Routes();
    Workspaces.add(routes);
    Members.add(routes);
    GroupMembers.add(routes);
    Keys.add(routes);
    return routes;
  }
}
