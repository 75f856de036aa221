package agency.steward.sandbox.behaviour;

/** How a list says that nothing follows. */
public enum EndCursor {
  ABSENT,
  NULL,
  EMPTY
}
