package agency.steward.sandbox.row;

/**
 * What a workspace has paid for (facts.md 1.5 and 4.7).
 *
 * @param active without it everything answers 402
 * @param id such as {@code pid_hg_v1}
 * @param renewsAt epoch ms of the end of the billing period
 * @param cancelsAt epoch ms at which it ends for good, 0 for never
 */
public record Plan(boolean active, String id, long renewsAt, long cancelsAt) {
  private static final long PERIOD = 30L * 86_400_000;

  public static Plan hypergrowth(boolean active, long now) {
    return new Plan(active, "pid_hg_v1", now + PERIOD, 0);
  }

  public Plan active(boolean now) {
    return new Plan(now, id, renewsAt, cancelsAt);
  }
}
