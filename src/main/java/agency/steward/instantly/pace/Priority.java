package agency.steward.instantly.pace;

/** Who goes first where there is not enough quota for all. */
public enum Priority {
  /** Somebody waits for the answer. Served before everything else. */
  INTERACTIVE,
  /** Takes what interactive calls leave, evenly spread. */
  BULK
}
