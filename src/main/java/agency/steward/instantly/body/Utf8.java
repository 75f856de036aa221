package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The one encoding of JSON (RFC 8259, 8.1). */
final class Utf8 {
  private Utf8() {}

  static boolean isValid(byte[] text) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }
}
