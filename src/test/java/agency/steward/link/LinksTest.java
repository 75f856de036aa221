package agency.steward.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class LinksTest {
  @Inject Links links;
  @Inject GroupSubs subs;
  @Inject Instantly instantly;
  @Inject Registered registered;

  private final SandboxWorkspace sandbox = SandboxControl.workspace();

  private Workspace workspace() {
    return registered.workspace(sandbox.id(), sandbox.apiKey());
  }

  private InstantlyWorkspace in(Workspace workspace) {
    return instantly.in(workspace, Deadline.in(Duration.ofSeconds(20)));
  }

  private int calls() {
    return SandboxControl.journal(sandbox.id()).size();
  }

  @Test
  void aWorkspaceWithoutLinksIsAskedOnceAndRemembered() {
    Workspace plain = workspace();
    assertThat(links.remembered(plain)).isEmpty();

    assertThat(links.administers(in(plain))).isFalse();
    int asked = calls();
    assertThat(links.administers(in(plain))).isFalse();
    assertThat(subs.subsOf(plain)).isEmpty();

    assertThat(links.remembered(plain)).contains(false);
    assertThat(calls()).isEqualTo(asked).isPositive();
  }

  @Test
  void whoHasInvitedIsAnAdminAndReachesNobodyBeforeItIsAccepted() {
    SandboxWorkspace sub = SandboxControl.workspace();
    String link = GroupLinks.invite(sandbox, sub);
    Workspace admin = workspace();

    assertThat(links.administers(in(admin))).isTrue();
    assertThat(subs.subsOf(admin)).isEmpty();
    SandboxControl.acceptLink(link);
    assertThat(subs.subsOf(admin))
        .containsExactly(new agency.steward.workspace.InstantlyWorkspaceId(sub.id()));
  }

  @Test
  void whoWasOnlyRejectedAdministersNothing() {
    SandboxControl.rejectLink(GroupLinks.invite(sandbox, SandboxControl.workspace()));

    assertThat(links.administers(in(workspace()))).isFalse();
  }

  @Test
  void aDelegatedWorkspaceNeverAdministersAndIsNotAsked() {
    SandboxWorkspace sub = SandboxControl.workspace();
    GroupLinks.join(sandbox, sub);
    Workspace delegated = registered.delegated(sub.id(), workspace());
    int before = calls();

    assertThat(links.administers(in(delegated))).isFalse();
    assertThat(links.remembered(delegated)).contains(false);
    assertThat(subs.subsOf(delegated)).isEmpty();
    assertThatThrownBy(() -> links.of(delegated, Deadline.in(Duration.ofSeconds(1))))
        .hasMessageContaining("delegated itself");
    assertThat(calls()).isEqualTo(before);
  }

  @Test
  void whatStewardChangedIsAskedAgainWhateverAnEarlierLookSays() {
    Workspace admin = workspace();
    assertThat(links.administers(in(admin))).isFalse();
    Instant asked = Instant.now().minusSeconds(1);

    links.changed(admin.id());
    links.note(admin, java.util.List.of(), asked);

    assertThat(links.remembered(admin)).contains(true);
  }
}
