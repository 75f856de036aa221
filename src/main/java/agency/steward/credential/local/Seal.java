package agency.steward.credential.local;

import agency.steward.credential.ApiKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM, a fresh random nonce before each ciphertext. Its place, such as workspace and
 * version, is authenticated with it: the ciphertext of one cannot be put in the place of another.
 */
final class Seal {
  static final int KEY_BYTES = 32;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec secret;
  private final SecureRandom random = new SecureRandom();

  Seal(byte[] secret) {
    this.secret = new SecretKeySpec(secret, "AES");
  }

  static byte[] randomSecret() {
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  byte[] seal(String place, ApiKey key) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
      byte[] ciphertext = cipher.doFinal(key.reveal().getBytes(StandardCharsets.UTF_8));
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
      System.arraycopy(ciphertext, 0, both, NONCE_BYTES, ciphertext.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + CIPHER, e);
    }
  }

  ApiKey unseal(String place, byte[] sealed) throws IOException {
    if (sealed.length < NONCE_BYTES) {
      throw new IOException("the file of " + place + " is damaged");
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
      byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new ApiKey(new String(plain, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      throw new IOException("the file of " + place + " or the key of the store was exchanged", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(("steward " + place).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
