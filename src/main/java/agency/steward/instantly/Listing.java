package agency.steward.instantly;

/**
 * A list endpoint of Instantly and the largest page it gives (facts.md 3: above its maximum it
 * answers an empty list, silently).
 *
 * @param path below {@code /api/v2}
 */
public record Listing(String path, int maxLimit) {
  public static final Listing MEMBERS = new Listing("/workspace-members", 100);
  public static final Listing GROUP_MEMBERS = new Listing("/workspace-group-members", 100);
}
