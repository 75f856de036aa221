package agency.steward.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The value of an Instantly API key. It redacts itself: only {@link #reveal()} gives the value. */
public final class ApiKey {
  private final String value;

  public ApiKey(String value) {
    this.value = value;
  }

  /** For the {@code Authorization} header and for custody; nowhere else. */
  public String reveal() {
    return value;
  }

  /** {@code sha256:} and the first 12 hex digits: enough to recognise a key, useless to use it. */
  public String fingerprint() {
    return "sha256:" + HexFormat.of().formatHex(sha256(value)).substring(0, 12);
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
