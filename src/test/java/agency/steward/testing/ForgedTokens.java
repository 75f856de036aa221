package agency.steward.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens of somebody who has no key of the issuer's, but everything that is public. */
public final class ForgedTokens {
  private static final Consumer<JwtClaims> ADMIN =
      claims -> claims.setStringListClaim("groups", "agency-admin");

  private ForgedTokens() {}

  /** {@code alg: none}, no signature. */
  public static String unsigned(String subject) {
    return "Bearer "
        + base64("{\"alg\":\"none\",\"typ\":\"JWT\"}")
        + "."
        + base64(Tokens.claims(subject, ADMIN).toJson())
        + ".";
  }

  /** HS256 with the issuer's public key as the secret, which everybody knows. */
  public static String signedWithThePublicKey(String subject) {
    var jws = new JsonWebSignature();
    jws.setPayload(Tokens.claims(subject, ADMIN).toJson());
    jws.setKey(new HmacKey(TestKeys.rsa().getPublicKey().getEncoded()));
    jws.setKeyIdHeaderValue(TestKeys.rsa().getKeyId());
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    return "Bearer " + compact(jws);
  }

  /** A key of the forger's own under the name of the issuer's. */
  public static String signedWithAnotherKeyOfTheSameName(String subject) {
    PublicJsonWebKey foreign = TestKeys.foreign(TestKeys.rsa().getKeyId());
    return signed(subject, foreign);
  }

  /** A key that nobody publishes, under a name that nobody knows. */
  public static String signedWithAnUnknownKey(String subject) {
    return signed(subject, TestKeys.foreign("unknown"));
  }

  /** The token brings the key it is to be verified with. */
  public static String bringingItsOwnKey(String subject) {
    PublicJsonWebKey foreign = TestKeys.foreign(TestKeys.rsa().getKeyId());
    var jws = new JsonWebSignature();
    jws.setPayload(Tokens.claims(subject, ADMIN).toJson());
    jws.setKey(foreign.getPrivateKey());
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    jws.setJwkHeader(foreign);
    return "Bearer " + compact(jws);
  }

  /** A good token of somebody without rights, with other groups written into it. */
  public static String raised(String subject) {
    String[] parts = Tokens.bearer(subject).split("\\.", -1);
    return parts[0] + "." + base64(Tokens.claims(subject, ADMIN).toJson()) + "." + parts[2];
  }

  private static String signed(String subject, PublicJsonWebKey key) {
    return "Bearer "
        + Tokens.signed(Tokens.claims(subject, ADMIN), key, AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String compact(JsonWebSignature jws) {
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
