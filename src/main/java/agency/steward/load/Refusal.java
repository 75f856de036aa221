package agency.steward.load;

/** Why there was no place. */
enum Refusal implements Entry {
  /** The caller has used up their share. */
  OWN_SHARE,
  /** Nothing is left for any caller. */
  FULL
}
