package agency.steward.load;

/** Why there was no place. */
enum Refusal implements Entry {
  /** Who asked has their share already. */
  OWN_SHARE,
  /** There is none for anybody like them. */
  FULL
}
