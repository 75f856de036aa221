package agency.steward.chaos.wire;

/**
 * What Instantly was asked, and did or refused.
 *
 * @param key whose workspace it is about
 * @param askedAt when it came, by {@link System#nanoTime}
 * @param at when it had been answered
 */
public record Call(
    String key, String method, String path, String body, int status, long askedAt, long at) {

  public boolean isWrite() {
    return !method.equals("GET");
  }

  public boolean isDone() {
    return status >= 200 && status < 300;
  }

  /** The same thing asked twice is the same text. */
  public String what() {
    return key + " " + method + " " + path + " " + body;
  }
}
