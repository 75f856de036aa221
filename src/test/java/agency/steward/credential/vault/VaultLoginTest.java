package agency.steward.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agency.steward.credential.ApiKey;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.vault.client.VaultClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultLoginTest {
  @TempDir Path directory;

  private final WorkspaceId workspace = new WorkspaceId(Ids.next());
  private final FakeVault vault = new FakeVault();

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void aTokenIsALogin() {
    assertWorks(custody(Vaults.byToken(vault.url())));
    assertThat(vault.requests("POST auth")).isEmpty();
  }

  @Test
  void anAppRoleLogsInOnceAndUsesItsToken() {
    assertWorks(custody(Vaults.byAppRole(vault.url(), FakeVault.SECRET_ID)));
    assertThat(vault.requests("POST auth/approle/login")).hasSize(1);
  }

  @Test
  void aServiceAccountLogsInOnceAndUsesItsToken() throws IOException {
    Path jwt = Files.writeString(directory.resolve("token"), FakeVault.JWT);

    assertWorks(custody(Vaults.byKubernetes(vault.url(), jwt)));
    assertThat(vault.requests("POST auth/kubernetes/login")).hasSize(1);
  }

  @Test
  void aLoginThatVaultEndedIsMadeAnew() {
    VaultCustody custody = custody(Vaults.byAppRole(vault.url(), FakeVault.SECRET_ID));
    assertWorks(custody);

    vault.revokeTokens();

    assertThat(custody.current(workspace)).isEqualTo(1);
    assertThat(vault.requests("POST auth/approle/login")).hasSize(2);
  }

  @Test
  void aWrongSecretIdIsSaidWithoutIt() {
    assertRefused(custody(Vaults.byAppRole(vault.url(), "wrong-secret-id")));
  }

  @Test
  void aWrongServiceAccountIsSaidWithoutItsToken() throws IOException {
    Path jwt = Files.writeString(directory.resolve("token"), "wrong-jwt");

    assertRefused(custody(Vaults.byKubernetes(vault.url(), jwt)));
  }

  @Test
  void aServiceAccountWithoutATokenIsSaid() {
    assertRefused(custody(Vaults.byKubernetes(vault.url(), directory.resolve("nothing"))));
  }

  private void assertWorks(VaultCustody custody) {
    int version = custody.store(workspace, new ApiKey("login-key"), 0);
    custody.refresh(workspace);

    assertThat(custody.read(workspace, version)).isEqualTo(new ApiKey("login-key"));
    assertThat(custody.current(workspace)).isEqualTo(1);
  }

  private void assertRefused(VaultCustody custody) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> custody.current(workspace))
        .withMessageNotContainingAny("wrong-secret-id", "wrong-jwt")
        .extracting(e -> e.problem().code())
        .isEqualTo(ProblemCode.CUSTODY_UNAVAILABLE);
  }

  private static VaultCustody custody(VaultClient client) {
    return Vaults.custody(client, new Vaults.HandClock(), new Vaults.NoPause());
  }
}
