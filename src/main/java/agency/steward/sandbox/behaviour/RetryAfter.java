package agency.steward.sandbox.behaviour;

/** The form of a {@code Retry-After} header. */
public enum RetryAfter {
  ABSENT,
  SECONDS,
  DATE
}
