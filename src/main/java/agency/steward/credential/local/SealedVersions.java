package agency.steward.credential.local;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The encrypted versions of one workspace's key, as a file holds them: a line for each. What was
 * destroyed leaves an empty line with its number, so that no number is ever given twice.
 */
record SealedVersions(SortedMap<Integer, byte[]> sealed) {
  static final int KEPT = 10;
  private static final byte[] DESTROYED = {};
  private static final String HEADER = "steward-keys-1";

  static SealedVersions none() {
    return new SealedVersions(new TreeMap<>());
  }

  int newest() {
    return sealed.isEmpty() ? 0 : sealed.lastKey();
  }

  Optional<byte[]> at(int version) {
    return Optional.ofNullable(sealed.get(version)).filter(ciphertext -> ciphertext.length > 0);
  }

  /** With one more version; of all of them the newest ten stay, as with Vault. */
  SealedVersions with(int version, byte[] ciphertext) {
    var more = new TreeMap<>(sealed);
    more.put(version, ciphertext);
    while (more.size() > KEPT) {
      more.pollFirstEntry();
    }
    return new SealedVersions(more);
  }

  /** With this version alone. */
  SealedVersions only(int version) {
    var one = new TreeMap<>(sealed);
    one.replaceAll((other, ciphertext) -> other == version ? ciphertext : DESTROYED);
    return new SealedVersions(one);
  }

  String toText() {
    return sealed.entrySet().stream()
        .map(entry -> entry.getKey() + " " + Base64.getEncoder().encodeToString(entry.getValue()))
        .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
  }

  static SealedVersions parse(String text) throws IOException {
    if (!text.startsWith(HEADER + "\n")) {
      throw new IOException("a file there was not written by this store");
    }
    try {
      return new SealedVersions(
          text.lines()
              .skip(1)
              .map(line -> line.split(" ", 2))
              .collect(
                  Collectors.toMap(
                      parts -> Integer.valueOf(parts[0]),
                      parts -> Base64.getDecoder().decode(parts[1]),
                      (one, other) -> other,
                      TreeMap::new)));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("a file there is damaged", e);
    }
  }

  @Override
  public String toString() {
    return "SealedVersions" + Map.copyOf(sealed).keySet();
  }
}
