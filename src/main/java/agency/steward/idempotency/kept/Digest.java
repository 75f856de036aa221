package agency.steward.idempotency.kept;

import java.util.HexFormat;

/** A keyed digest, in hexadecimal so that it compares by value. */
public record Digest(String hex) {

  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
