package agency.steward.instantly.wire;

import agency.steward.instantly.wire.Answer.Loss;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;

/** What the head of a response says, and why there is none. */
final class Head {
  private Head() {}

  static Loss whyNone(Throwable cause) {
    boolean garbled =
        cause instanceof DecoderException || cause instanceof IllegalArgumentException;
    return garbled ? Loss.MALFORMED : Loss.BROKEN;
  }

  /**
   * Whether another is to come. Vert.x knows few of these, takes all others for the end, and would
   * give what comes to the next request on the connection.
   */
  static boolean isInterim(HttpClientResponse response) {
    return response.statusCode() / 100 == 1;
  }

  /** Bytes of the body, negative where that is not said. */
  static long length(HttpClientResponse response) {
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? -1 : Long.parseLong(length.strip());
    } catch (NumberFormatException unreadable) {
      return -1;
    }
  }
}
