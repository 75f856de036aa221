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
  private final Runnable granted;
  State state = State.WAITING;

  /** Nanoseconds by which it delays others of its priority, once it was let go. */
  long spread;

  /**
   * @param party on whose behalf
   * @param granted told when the call may be sent, on any thread
   */
  Turn(Priority priority, String party, Runnable granted) {
    this.priority = priority;
    this.party = party;
    this.granted = granted;
  }

  void grant() {
    state = State.GRANTED;
    granted.run();
  }
}
