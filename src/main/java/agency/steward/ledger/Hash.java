package agency.steward.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A link of the chain: SHA-256 over the hash before and the canonical bytes of an entry. */
record Hash(byte[] bytes) {
  /** Before the first entry: 32 zeros. */
  static final Hash GENESIS = new Hash(new byte[32]);

  Hash then(byte[] entry) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes);
      return new Hash(sha.digest(entry));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "sha256:" + HexFormat.of().formatHex(bytes);
  }
}
