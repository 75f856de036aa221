package agency.steward.ledger;

/** The end of the chain: the number of its last entry and that entry's hash. */
record Head(long seq, Hash hash) {
  static final Head GENESIS = new Head(0, Hash.GENESIS);
}
