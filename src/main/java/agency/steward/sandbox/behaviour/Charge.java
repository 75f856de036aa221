package agency.steward.sandbox.behaviour;

/** Whose quota a delegated call takes. */
public enum Charge {
  ADMIN,
  SUB,
  BOTH
}
