package agency.steward.sandbox.behaviour;

/** An answer that cannot be read. */
public enum Garbage {
  /** Less than {@code Content-Length} says, then the connection is closed. */
  TRUNCATED,
  /** JSON of {@code bytes} bytes. */
  OVERSIZED,
  /** A page for people. */
  HTML,
  /** Nothing, though it says it is JSON. */
  EMPTY,
  /** JSON that breaks off in the middle, sent whole. */
  BROKEN,
  /** A byte every tenth of a second. */
  DRIP
}
