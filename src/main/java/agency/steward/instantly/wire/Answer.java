package agency.steward.instantly.wire;

import java.util.Optional;

/** What became of one request. */
public sealed interface Answer {

  /**
   * A whole response, whatever it says.
   *
   * @param retryAfter the header, as it came
   * @param askedAt just before the request went out, as {@link System#nanoTime} counts
   */
  record Reply(int status, Optional<String> retryAfter, byte[] body, long askedAt)
      implements Answer {
    public boolean isOk() {
      return status / 100 == 2;
    }

    @Override
    public String toString() {
      return status + ", " + body.length + " bytes";
    }
  }

  /**
   * No whole response.
   *
   * @param sent whether the request may have reached Instantly
   * @param status of the response that began, 0 where none did
   */
  record Lost(Loss why, boolean sent, int status) implements Answer {}

  /** How a response is lost. */
  enum Loss {
    /** There is no connection. */
    UNREACHABLE,
    /** As many calls are in flight as there may be, and as many wait as may. */
    NO_ROOM,
    /** The right to send it had ended before it was sent. */
    TOO_LATE,
    /** The connection ended before a response began. */
    BROKEN,
    /** The connection ended, or was ended, within the response. */
    TRUNCATED,
    /** What came is not HTTP, or its head is larger than it may be. */
    MALFORMED,
    /** The response is larger than it may be. */
    OVERSIZED,
    /** Nothing came in time. */
    TIMED_OUT,
    /** Whoever waited does not want it any more. */
    CANCELLED
  }
}
