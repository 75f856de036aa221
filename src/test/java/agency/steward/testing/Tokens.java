package agency.steward.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Bearer tokens as callers bring them, good ones and all kinds of bad ones. */
public final class Tokens {
  public static final String ISSUER = "https://issuer.test";
  public static final String AUDIENCE = "steward-test";

  private Tokens() {}

  /** {@code Authorization} of somebody with these groups; no e-mail. */
  public static String bearer(String subject, String... groups) {
    return bearer(subject, claims -> claims.setStringListClaim("groups", groups));
  }

  /** The same with an e-mail that the issuer has verified. */
  public static String withEmail(String subject, String email, String... groups) {
    return bearer(
        subject,
        claims -> {
          claims.setStringListClaim("groups", groups);
          claims.setClaim("email", email);
          claims.setClaim("email_verified", true);
        });
  }

  /** With an e-mail that nobody has verified. */
  public static String withUnverifiedEmail(String subject, String email, String... groups) {
    return bearer(
        subject,
        claims -> {
          claims.setStringListClaim("groups", groups);
          claims.setClaim("email", email);
          claims.setClaim("email_verified", false);
        });
  }

  public static String expired(String subject, String... groups) {
    return bearer(
        subject,
        claims -> {
          claims.setStringListClaim("groups", groups);
          Instant past = Instant.now().minus(Duration.ofHours(2));
          claims.setIssuedAt(NumericDate.fromSeconds(past.getEpochSecond()));
          claims.setExpirationTime(NumericDate.fromSeconds(past.getEpochSecond() + 3600));
        });
  }

  public static String wrongIssuer(String subject, String... groups) {
    return bearer(
        subject,
        claims -> {
          claims.setStringListClaim("groups", groups);
          claims.setIssuer("https://somebody-else.test");
        });
  }

  public static String wrongAudience(String subject, String... groups) {
    return bearer(
        subject,
        claims -> {
          claims.setStringListClaim("groups", groups);
          claims.setAudience("another-service");
        });
  }

  /** A good token whose claims the test changes as it likes. */
  public static String bearer(String subject, Consumer<JwtClaims> change) {
    return "Bearer "
        + signed(claims(subject, change), TestKeys.rsa(), AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  /** Signed with the issuer's elliptic key instead of its RSA one. */
  public static String ofTheOtherKey(String subject, String... groups) {
    JwtClaims claims = claims(subject, its -> its.setStringListClaim("groups", groups));
    return "Bearer "
        + signed(claims, TestKeys.ec(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  static JwtClaims claims(String subject, Consumer<JwtClaims> change) {
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(List.of(AUDIENCE));
    claims.setSubject(subject);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(60);
    change.accept(claims);
    return claims;
  }

  static String signed(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
    var jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKey(key.getPrivateKey());
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setHeader("typ", "JWT");
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
