package agency.steward.instantly.pace;

/** One call's place in the line of a bucket. Its state is the bucket's to change. */
final class Turn {

  enum State {
    WAITING,
    GRANTED,
    SENT,
    OVER
  }

  final Priority priority;
  final String party;
  private final Runnable told;
  State state = State.WAITING;

  /** Nanoseconds by which it delays others of its priority, once it was let go. */
  long spread;

  /**
   * @param party on whose behalf
   * @param told on any thread, that the call may be sent or need not wait for it
   */
  Turn(Priority priority, String party, Runnable told) {
    this.priority = priority;
    this.party = party;
    this.told = told;
  }

  void grant() {
    state = State.GRANTED;
    told.run();
  }

  void dismiss() {
    state = State.OVER;
    told.run();
  }
}
