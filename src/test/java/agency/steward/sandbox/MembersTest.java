package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class MembersTest {
  private final SandboxWorkspace workspace = SandboxControl.workspace();
  private final Instantly instantly = new Instantly(SandboxResource.url(), workspace.apiKey());

  @Test
  void anInvitedPersonIsPendingUntilTheAppSaysAccepted() {
    JsonNode invited =
        instantly
            .post("workspace-members", "{\"email\":\"eve@client.example\",\"role\":\"editor\"}")
            .json();
    assertThat(invited.get("accepted").booleanValue()).isFalse();
    String id = invited.get("id").textValue();

    SandboxControl.accept(workspace.id(), id);

    assertThat(instantly.get("workspace-members/" + id).json().get("accepted").booleanValue())
        .isTrue();
  }

  @Test
  void deleteAnswersTheMemberThatIsGone() {
    String id =
        instantly
            .post("workspace-members", "{\"email\":\"eve@client.example\",\"role\":\"view\"}")
            .json()
            .get("id")
            .textValue();

    assertThat(instantly.delete("workspace-members/" + id).json().get("email").textValue())
        .isEqualTo("eve@client.example");
    assertThat(instantly.delete("workspace-members/" + id).status()).isEqualTo(404);
  }

  @Test
  void aRoleIsChangedByPatch() {
    String id =
        instantly
            .post("workspace-members", "{\"email\":\"eve@client.example\",\"role\":\"view\"}")
            .json()
            .get("id")
            .textValue();

    assertThat(
            instantly
                .patch("workspace-members/" + id, "{\"role\":\"admin\"}")
                .json()
                .get("role")
                .textValue())
        .isEqualTo("admin");
  }
}
