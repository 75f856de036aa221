package agency.steward.local.seed;

import java.util.List;
import java.util.Map;

/**
 * A client of the simulated agency, with one workspace.
 *
 * @param code short name: the external id, and the domain of the client's own people
 * @param client whose it is; the companies of a group share it
 * @param members everybody in it
 */
record Client(
    String name,
    String code,
    String client,
    String tier,
    String region,
    Trouble trouble,
    List<Member> members) {

  /** What is the matter with it, so that there is something to see. */
  enum Trouble {
    NONE,
    /** The plan was not paid. */
    LAPSED_PLAN,
    /** The key was made for reading accounts and campaigns only. */
    FEW_SCOPES,
    /** Every answer takes its time. */
    SLOW,
    /** Somebody deleted the key in Instantly's app. */
    REFUSED_KEY,
    /** No key of its own: reached through its group's admin workspace. */
    DELEGATED
  }

  /**
   * Somebody in a workspace.
   *
   * @param accepted false while the invitation is open
   */
  record Member(String email, String role, boolean accepted) {}

  Map<String, String> labels() {
    return Map.of("client", client, "tier", tier, "region", region);
  }
}
