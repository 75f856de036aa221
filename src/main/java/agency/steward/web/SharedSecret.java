package agency.steward.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that all replicas share, made by the first of them. It proves that Steward itself wrote
 * something (a page token) and hides what is compared (a body with a key in it); each purpose has a
 * key of its own.
 */
@ApplicationScoped
public class SharedSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SharedSecretStore store;
  private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

  SharedSecret(SharedSecretStore store) {
    this.store = store;
  }

  /** HMAC-SHA-256, 32 bytes. */
  public byte[] mac(String purpose, byte[] message) {
    return mac(key(purpose), message);
  }

  private SecretKeySpec key(String purpose) {
    SecretKeySpec known = keys.get(purpose);
    if (known != null) {
      return known;
    }
    var root = new SecretKeySpec(store.load(newSecret()), ALGORITHM);
    byte[] derived = mac(root, purpose.getBytes(StandardCharsets.UTF_8));
    return keys.computeIfAbsent(purpose, ignored -> new SecretKeySpec(derived, ALGORITHM));
  }

  private static byte[] newSecret() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  private static byte[] mac(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
