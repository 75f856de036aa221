package agency.steward.instantly.wire;

import java.net.URI;
import java.time.Duration;

/**
 * How Instantly is reached.
 *
 * @param callsInFlight at a time, each on a connection of its own where HTTP/2 is not offered
 * @param waitingCalls how many more may wait for that
 * @param http2Connections at most, where HTTP/2 is offered; each carries many calls
 * @param maxResponse bytes
 * @param bodies bytes that all responses may take together
 */
public record WireSettings(
    URI baseUrl,
    String userAgent,
    Duration connectTimeout,
    Duration keepAlive,
    int callsInFlight,
    int waitingCalls,
    int http2Connections,
    int maxResponse,
    long bodies) {

  boolean isTls() {
    return "https".equalsIgnoreCase(baseUrl.getScheme());
  }

  int port() {
    int otherwise = isTls() ? 443 : 80;
    return baseUrl.getPort() < 0 ? otherwise : baseUrl.getPort();
  }
}
