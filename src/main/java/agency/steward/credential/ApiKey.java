package agency.steward.credential;

import agency.steward.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The value of an Instantly API key. It redacts itself: only {@link #reveal()} gives the value.
 * Whatever is one can be put into a header: visible ASCII without blanks, 1 to 512 characters. What
 * a key looks like beyond that is not documented (facts.md 1, "Key format").
 */
public final class ApiKey {
  private static final int LONGEST = 512;

  private final String value;

  /** Throws {@code IllegalArgumentException}, which does not repeat it, for what can be no key. */
  public ApiKey(String value) {
    if (!isPossible(value)) {
      throw new IllegalArgumentException("Not an API key: " + fault(value));
    }
    this.value = value;
  }

  /**
   * A key as somebody sent it. Throws {@code VALIDATION_FAILED} naming the field for what can be no
   * key; the value is never repeated.
   *
   * @param pointer JSON pointer to the field, such as {@code /credential/api_key}
   */
  public static ApiKey parse(String text, String pointer) {
    if (!isPossible(text)) {
      throw Problem.invalid(pointer, "An API key " + fault(text) + ".").thrown();
    }
    return new ApiKey(text);
  }

  /** A key as another system shows it; empty for what can be none, such as a mask. */
  public static Optional<ApiKey> found(String text) {
    return isPossible(text) ? Optional.of(new ApiKey(text)) : Optional.empty();
  }

  private static boolean isPossible(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private static String fault(String text) {
    if (text.isBlank()) {
      return "is needed here, not blanks";
    }
    return text.length() > LONGEST
        ? "has at most " + LONGEST + " characters, this has " + text.length()
        : "holds no blanks, line breaks, control characters or letters beyond ASCII; copy it again";
  }

  /** For the {@code Authorization} header and for custody; nowhere else. */
  public String reveal() {
    return value;
  }

  /** {@code sha256:} and the first 12 hex digits: enough to recognise a key, useless to use it. */
  public String fingerprint() {
    return fingerprintOf(value);
  }

  /** The same of any secret, whether it could be a key or not. */
  public static String fingerprintOf(String secret) {
    return "sha256:" + HexFormat.of().formatHex(sha256(secret)).substring(0, 12);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKey key
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), key.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "ApiKey[" + fingerprint() + "]";
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
