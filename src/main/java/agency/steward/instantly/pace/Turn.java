package agency.steward.instantly.pace;

/** One call's place in the line of a bucket. Its state is the bucket's to change. */
final class Turn {

  enum State {
    WAITING,
    GRANTED,
    OVER
  }

  final Priority priority;
  private final Runnable granted;
  State state = State.WAITING;

  /**
   * @param granted told when the call may be sent, on any thread
   */
  Turn(Priority priority, Runnable granted) {
    this.priority = priority;
    this.granted = granted;
  }

  void grant() {
    state = State.GRANTED;
    granted.run();
  }
}
