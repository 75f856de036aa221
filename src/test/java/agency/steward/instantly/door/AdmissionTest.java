package agency.steward.instantly.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final Map<WorkspaceId, Workspace> registry = new HashMap<>();
  private final Admission admission =
      new Admission(
          new Keyring(
              () -> {
                throw new AssertionError("No key is needed to refuse");
              },
              id -> Optional.ofNullable(registry.get(id)),
              id -> Optional.ofNullable(registry.get(id)),
              DelegatedCharge.BOTH));

  private Workspace workspace(String name, WorkspaceState state, Credential credential) {
    var workspace =
        new Workspace(
            new WorkspaceId(UUID.randomUUID()),
            name,
            name,
            new InstantlyWorkspaceId("iw-" + name),
            Optional.empty(),
            state,
            List.of(),
            Map.of(),
            credential,
            Optional.empty(),
            0,
            NOON,
            NOON);
    registry.put(workspace.id(), workspace);
    return workspace;
  }

  private static Credential own() {
    return new Credential.OwnKey(Optional.empty(), "sha256:0", 1, NOON);
  }

  private static ProblemCode code(WorkspaceState state) {
    return switch (state) {
      case SUSPENDED -> ProblemCode.WORKSPACE_SUSPENDED;
      case CREDENTIAL_INVALID -> ProblemCode.WORKSPACE_CREDENTIAL_INVALID;
      case PLAN_INACTIVE -> ProblemCode.WORKSPACE_PLAN_INACTIVE;
      case ACTIVE -> throw new AssertionError();
    };
  }

  @ParameterizedTest
  @EnumSource(value = WorkspaceState.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void aWorkspaceThatIsNotActiveIsRefusedWithItsCode(WorkspaceState state) {
    Workspace barred = workspace("Acme", state, own());

    assertThatThrownBy(() -> admission.check(barred))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code(state));
              assertThat(e.problem().members())
                  .containsEntry("workspace_id", barred.id().toString());
            });
  }

  @ParameterizedTest
  @EnumSource(value = WorkspaceState.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void anAdminThatIsNotActiveBarsItsSubsWithoutBeingNamed(WorkspaceState state) {
    Workspace admin = workspace("Secret Agency", state, own());
    Workspace sub =
        workspace("Acme", WorkspaceState.ACTIVE, new Credential.Delegated(admin.id(), NOON));

    assertThatThrownBy(() -> admission.check(sub))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code(state));
              assertThat(e.problem().detail()).contains("Acme").doesNotContain("Secret Agency");
              assertThat(e.problem().members()).containsEntry("workspace_id", sub.id().toString());
            });
  }

  @Test
  void whoeverIsActiveMayEnter() {
    Workspace admin = workspace("Agency", WorkspaceState.ACTIVE, own());
    Workspace sub =
        workspace("Acme", WorkspaceState.ACTIVE, new Credential.Delegated(admin.id(), NOON));

    assertThatCode(() -> admission.check(admin)).doesNotThrowAnyException();
    assertThatCode(() -> admission.check(sub)).doesNotThrowAnyException();
  }
}
