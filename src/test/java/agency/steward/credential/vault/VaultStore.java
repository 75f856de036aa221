package agency.steward.credential.vault;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Steward as in production: keys in Vault, logged in by AppRole, all of it by configuration. */
public final class VaultStore implements QuarkusTestProfile {
  /** A system property, since Quarkus loads profiles and tests by different class loaders. */
  private static final String PORT = "agency.steward.credential.vault.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "steward.credential.store",
        "vault",
        "steward.credential.vault.patience",
        "PT20S",
        "quarkus.vault.url",
        "http://127.0.0.1:" + port(),
        "quarkus.vault.read-timeout",
        "20S",
        "quarkus.vault.authentication.app-role.role-id",
        FakeVault.ROLE_ID,
        "quarkus.vault.authentication.app-role.secret-id",
        FakeVault.SECRET_ID);
  }

  /** The Vault that is configured. */
  static FakeVault start() {
    return new FakeVault(port());
  }

  private static int port() {
    synchronized (System.getProperties()) {
      if (System.getProperty(PORT) == null) {
        System.setProperty(PORT, String.valueOf(freePort()));
      }
      return Integer.getInteger(PORT);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
