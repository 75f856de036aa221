package agency.steward.instantly.door;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyringTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final Workspace admin =
      workspace("admin", new Credential.OwnKey(Optional.empty(), "sha256:0", 1, NOON));

  private static Workspace workspace(String name, Credential credential) {
    return new Workspace(
        new WorkspaceId(UUID.randomUUID()),
        name,
        name,
        new InstantlyWorkspaceId(name),
        Optional.empty(),
        WorkspaceState.ACTIVE,
        List.of(),
        Map.of(),
        credential,
        Optional.empty(),
        0,
        NOON,
        NOON);
  }

  private Route route(DelegatedCharge charge, Workspace to) {
    var keyring =
        new Keyring(
            KeyringTest::custody, id -> Optional.of(admin), id -> Optional.of(admin), charge);
    return keyring.route(new Door.Registered(to));
  }

  /** Instantly does not say whose it takes (facts.md 2). */
  @ParameterizedTest
  @CsvSource({"BOTH,sub admin", "ADMIN,admin", "SUB,sub"})
  void aDelegatedCallIsTakenFromTheQuotasThatAreConfigured(DelegatedCharge charge, String charged) {
    Workspace sub = workspace("sub", new Credential.Delegated(admin.id(), NOON));

    assertThat(route(charge, sub).charged()).containsExactly(charged.split(" "));
    assertThat(route(charge, admin).charged()).containsExactly("admin");
  }

  /** Has the same key for everybody, and can nothing else. */
  private static Custody custody() {
    return (Custody)
        Proxy.newProxyInstance(
            Custody.class.getClassLoader(),
            new Class<?>[] {Custody.class},
            (proxy, asked, arguments) -> {
              assertThat(asked.getName()).isEqualTo("read");
              return new ApiKey("a-key");
            });
  }
}
