package agency.steward.idempotency;

import java.util.HexFormat;

/** A keyed digest, in hexadecimal so that it compares by value. */
record Digest(String hex) {

  static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
