package agency.steward.load;

/** What came of asking for places. */
sealed interface Entry permits Seat, Refusal {}
