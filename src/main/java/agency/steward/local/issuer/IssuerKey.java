package agency.steward.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key that signs local tokens. It lies in a file, so that tokens survive a restart. */
public final class IssuerKey {
  private static final String FILE = "issuer.jwk";
  private static final String PUBLISHED = "jwks.json";
  private static final Pattern ID = Pattern.compile("\"kid\":\"[^\"]+\"");

  private final PublicJsonWebKey key;

  private IssuerKey(PublicJsonWebKey key) {
    this.key = key;
  }

  /** The key in this directory; made on first use, for the owner's eyes only. */
  public static IssuerKey in(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        write(file, made().toJson(OutputControlLevel.INCLUDE_PRIVATE));
      }
      return new IssuerKey(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException(file + " holds no key; delete it to get a new one", e);
    }
  }

  /**
   * The file with the public half of the key in this directory, as a JWK set; both are made where
   * they are missing. One of an earlier start is left as it is: reading keys takes a while.
   */
  public static Path published(Path directory) {
    Path set = directory.resolve(PUBLISHED);
    try {
      return isOf(directory.resolve(FILE), set) ? set : write(set, in(directory).jwks());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the key's id, which is made of the key. */
  private static boolean isOf(Path key, Path set) throws IOException {
    if (!Files.exists(key) || !Files.exists(set)) {
      return false;
    }
    Matcher id = ID.matcher(Files.readString(key));
    return id.find() && Files.readString(set).contains(id.group());
  }

  /** The public half, as a JWK set. */
  String jwks() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  PrivateKey privateKey() {
    return key.getPrivateKey();
  }

  String id() {
    return key.getKeyId();
  }

  private static PublicJsonWebKey made() throws JoseException {
    PublicJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    made.setKeyId(made.calculateBase64urlEncodedThumbprint("SHA-256"));
    made.setUse("sig");
    made.setAlgorithm("ES256");
    return made;
  }

  /** Whole or not at all, whenever the power goes. */
  private static Path write(Path file, String content) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft =
        Files.createTempFile(file.getParent(), file.getFileName().toString(), "", ownerOnly);
    Files.writeString(draft, content);
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
