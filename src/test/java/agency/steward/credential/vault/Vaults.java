package agency.steward.credential.vault;

import agency.steward.credential.CredentialConfig;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.auth.VaultAppRoleAuthOptions;
import io.quarkus.vault.client.auth.VaultKubernetesAuthOptions;
import io.quarkus.vault.client.http.jdk.JDKVaultHttpClient;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real custody, in front of a fake Vault, with its time in the test's hand. */
final class Vaults {
  /** Enough for a machine that is busy with other things. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static final Duration SHORT_PATIENCE = Duration.ofMillis(300);

  private Vaults() {}

  /** Time that only moves when told to. */
  static final class HandClock implements InstantSource {
    private Instant now = Instant.parse("2026-05-01T08:00:00Z");

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void pass(Duration time) {
      now = now.plus(time);
    }
  }

  /** Does not wait, but says for how long it would have. */
  static final class NoPause implements Retries.Pause {
    final List<Duration> asked = new CopyOnWriteArrayList<>();

    @Override
    public void upTo(Duration longest) {
      asked.add(longest);
    }
  }

  /** The defaults, but for the patience. */
  static CredentialConfig.Vault config(Duration patience) {
    return new SmallRyeConfigBuilder()
        .withMapping(CredentialConfig.class)
        .withDefaultValue("steward.credential.vault.patience", patience.toString())
        .build()
        .getConfigMapping(CredentialConfig.class)
        .vault();
  }

  static VaultCustody custody(VaultClient client, InstantSource clock, Retries.Pause pause) {
    return new VaultCustody(() -> client, config(PATIENCE), clock, pause);
  }

  static VaultCustody impatientCustody(VaultClient client) {
    return new VaultCustody(() -> client, config(SHORT_PATIENCE), new HandClock(), new NoPause());
  }

  static VaultClient byToken(String url) {
    return client(url).clientToken(FakeVault.TOKEN).build();
  }

  static VaultClient byAppRole(String url, String secretId) {
    return client(url)
        .appRole(
            VaultAppRoleAuthOptions.builder()
                .roleId(FakeVault.ROLE_ID)
                .secretId(secretId)
                .caching(Duration.ofMinutes(5))
                .build())
        .build();
  }

  static VaultClient byKubernetes(String url, Path jwt) {
    return client(url)
        .kubernetes(
            VaultKubernetesAuthOptions.builder()
                .role(FakeVault.KUBERNETES_ROLE)
                .jwtTokenPath(jwt)
                .caching(Duration.ofMinutes(5))
                .build())
        .build();
  }

  private static VaultClient.Builder client(String url) {
    return VaultClient.builder()
        .baseUrl(url)
        .requestTimeout(PATIENCE)
        .executor(
            new JDKVaultHttpClient(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()));
  }
}
