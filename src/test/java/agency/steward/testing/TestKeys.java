package agency.steward.testing;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys of the test issuer, made once a run. They live in a system property: Quarkus loads test
 * resources and tests by different class loaders, so a static field would exist twice.
 */
final class TestKeys {
  private static final String RSA = "agency.steward.testing.rsa";
  private static final String EC = "agency.steward.testing.ec";

  private TestKeys() {}

  static PublicJsonWebKey rsa() {
    return once(RSA, () -> named(RsaJwkGenerator.generateJwk(2048), "test-rsa"));
  }

  static PublicJsonWebKey ec() {
    return once(EC, () -> named(EcJwkGenerator.generateJwk(EllipticCurves.P256), "test-ec"));
  }

  /** A key that the issuer does not publish. */
  static PublicJsonWebKey foreign(String kid) {
    try {
      return named(RsaJwkGenerator.generateJwk(2048), kid);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the issuer publishes. */
  static String jwks() {
    return new JsonWebKeySet(rsa(), ec()).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private static PublicJsonWebKey named(PublicJsonWebKey key, String kid) {
    key.setKeyId(kid);
    return key;
  }

  private static PublicJsonWebKey once(String property, KeyMaker maker) {
    synchronized (System.getProperties()) {
      try {
        if (System.getProperty(property) == null) {
          System.setProperty(property, maker.make().toJson(OutputControlLevel.INCLUDE_PRIVATE));
        }
        return PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(property));
      } catch (JoseException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private interface KeyMaker {
    PublicJsonWebKey make() throws JoseException;
  }
}
