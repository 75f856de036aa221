package agency.steward.instantly.share;

/** How far a replica is on its way out. What it has is given back step by step. */
enum Stage {
  LIVE,
  /** It said that it calls no more. */
  LEFT,
  /** Nobody has heard of it for longer than its lease: of its second it has the cut-off part. */
  LAPSED,
  /** Nor of its minute has it more. */
  SETTLED
}
