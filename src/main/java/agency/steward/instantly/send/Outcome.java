package agency.steward.instantly.send;

import agency.steward.instantly.wire.Answer;
import java.time.Duration;

/** What became of a call after all tries. */
public sealed interface Outcome {

  /** The last try's. */
  record Done(Answer answer) implements Outcome {}

  /**
   * There is no quota before the deadline, or it had passed; the call, or its last try, was not
   * made or was refused with 429.
   *
   * @param byInstantly whether Instantly said so, or our own pace
   */
  record Held(Duration retryAfter, boolean byInstantly) implements Outcome {}
}
