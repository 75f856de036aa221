package agency.steward.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Makes a position opaque and binds it to its list: 16 bytes of HMAC, then the position. */
final class PageSeal {
  private static final int TAG = 16;

  private final Mac mac;

  /** HMAC-SHA-256 with the fleet's secret. */
  interface Mac {
    byte[] over(byte[] message);
  }

  PageSeal(Mac mac) {
    this.mac = mac;
  }

  String token(String list, String position) {
    byte[] plain = position.getBytes(StandardCharsets.UTF_8);
    byte[] sealed =
        ByteBuffer.allocate(TAG + plain.length).put(tag(list, plain)).put(plain).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** The position; empty for a token that is not one, or not one of this list. */
  Optional<String> position(String list, String token) {
    byte[] sealed;
    try {
      sealed = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (sealed.length < TAG) {
      return Optional.empty();
    }
    byte[] plain = Arrays.copyOfRange(sealed, TAG, sealed.length);
    return MessageDigest.isEqual(tag(list, plain), Arrays.copyOf(sealed, TAG))
        ? Optional.of(new String(plain, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private byte[] tag(String list, byte[] position) {
    byte[] about = list.getBytes(StandardCharsets.UTF_8);
    byte[] message =
        ByteBuffer.allocate(Integer.BYTES + about.length + position.length)
            .putInt(about.length)
            .put(about)
            .put(position)
            .array();
    return Arrays.copyOf(mac.over(message), TAG);
  }
}
