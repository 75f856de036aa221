package agency.steward.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemException;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(VaultStore.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class VaultStoreTest {
  @Inject Custody custody;
  @Inject KeyKeeper keeper;
  @Inject Registered registered;

  private FakeVault vault;
  private final WorkspaceId workspace = new WorkspaceId(Ids.next());

  /** It may have been taken for broken while no test ran. */
  @BeforeEach
  void startAndWaitUntilItIsKnown() {
    vault = VaultStore.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(ProblemException.class)
        .until(() -> custody.current(workspace) == 0);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void keysLieInVault() {
    int version = custody.store(workspace, new ApiKey("in-vault"), 0);
    custody.refresh(workspace);

    assertThat(custody.read(workspace, version)).isEqualTo(new ApiKey("in-vault"));
    assertThat(vault.kv.has("steward/workspaces/" + workspace)).isTrue();
    custody.destroy(workspace);
    assertThat(vault.kv.has("steward/workspaces/" + workspace)).isFalse();
  }

  @Test
  void aLoginOfAnHourIsNotRenewedWithEveryRequest() {
    custody.current(workspace);
    custody.current(workspace);

    assertThat(vault.journal).noneMatch(line -> line.contains("renew"));
  }

  @Test
  void aRegisteredWorkspaceIsKnownThoughNobodyHasCalledIt() {
    Workspace paper = registered.onPaper("vault-" + Ids.next(), Map.of());
    vault.kv.write("steward/workspaces/" + paper.id(), 0, Map.of("api_key", "never-called"));

    keeper.round();
    vault.has(Trouble.SEALED);

    assertThat(custody.read(paper.id(), 1)).isEqualTo(new ApiKey("never-called"));
  }
}
