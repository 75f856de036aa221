package agency.steward.sandbox.limit;

/**
 * How many calls pass in any sliding second and in any sliding minute; whichever is full first
 * blocks (facts.md 2). Other figures are in the wild, so they are settings.
 */
public record Limits(int perSecond, int perMinute) {
  public static final Limits DOCUMENTED = new Limits(100, 6_000);

  public Limits {
    if (perSecond < 1 || perMinute < 1) {
      throw new IllegalArgumentException("A limit of less than one call");
    }
  }
}
