package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;

/** How much of a bucket a replica could use, by who waits for it. */
record Need(Amount interactive, Amount bulk) {
  static final Need NONE = new Need(Amount.NONE, Amount.NONE);

  Amount all() {
    return interactive.plus(bulk);
  }
}
