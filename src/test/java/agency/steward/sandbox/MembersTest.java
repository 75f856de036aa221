package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 4.1, and 6 where it speaks of members. */
class MembersTest {
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'members':[{'email':'ann@a.example','role':'admin','first':'Ann','last':'Lee'}]}");

  @Test
  void anInvitedPersonIsListedAndPendingUntilTheAppSaysAccepted() {
    String id = instantly.invite("eve@c.example", "editor");
    assertThat(instantly.get("workspace-members/" + id).text("accepted")).isEqualTo("false");
    assertThat(instantly.get("workspace-members").items("id")).contains(id);
    assertThat(instantly.get("workspace-members?accepted=true").items("id")).doesNotContain(id);
    assertThat(instantly.get("workspace-members?accepted=false").items("id")).containsExactly(id);

    Box.SHARED.control(
        "POST", "workspaces/" + instantly.workspace() + "/members/" + id + "/accept", "");

    assertThat(instantly.get("workspace-members?accepted=true").items("id")).contains(id);
  }

  @Test
  void anInvitationSaysWhoSentItAndWhen() {
    JsonNode invited =
        instantly
            .post(
                "workspace-members",
                "{'email':'eve@c.example','role':'view','nickname':'E','user_email':'e@x.example',"
                    + "'permissions':['unibox.all']}")
            .json();

    assertThat(invited.get("issuer_id").textValue())
        .isEqualTo(instantly.get("workspaces/current").text("owner"));
    assertThat(invited.get("workspace_id").textValue()).isEqualTo(instantly.workspace());
    assertThat(invited.get("nickname").textValue()).isEqualTo("E");
    assertThat(invited.get("user_email").textValue()).isEqualTo("e@x.example");
    assertThat(invited.get("permissions").get(0).textValue()).isEqualTo("unibox.all");
    assertThat(invited.has("timestamp_created")).isTrue();
  }

  @Test
  void roleIsRequired() {
    Reply reply = instantly.post("workspace-members", "{'email':'eve@c.example'}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).isEqualTo("body must have required property 'role'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{~email~:~eve~,~role~:~view~} | body/email must match format \"email\"",
        "{~email~:7,~role~:~view~} | body/email must be string",
        "{~email~:~e@c.example~,~role~:~member~} | body/role must be equal to one of the allowed values",
        "{~email~:~e@c.example~,~role~:~view~,~permissions~:[~fly~]} | body/permissions/0 must be equal to one of the allowed values",
        "{~email~:~e@c.example~,~role~:~view~,~nickname~:7} | body/nickname must be string,null",
        "[] | body must be object",
      })
  void whatIsWrongWithABodyIsSaidAsFastifySaysIt(String body, String message) {
    Reply reply = instantly.post("workspace-members", body.replace('~', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).isEqualTo(message);
  }

  @Test
  void anUnknownFieldIs400() {
    Reply reply =
        instantly.post("workspace-members", "{'email':'e@c.example','role':'view','color':'red'}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).startsWith("body must NOT have additional properties");
  }

  @Test
  void aNicknameHasEightyCharactersAtMost() {
    String body = "{'email':'e@c.example','role':'view','nickname':'%s'}";

    assertThat(instantly.post("workspace-members", body.formatted("n".repeat(81))).message())
        .isEqualTo("body/nickname must NOT have more than 80 characters");
    assertThat(instantly.post("workspace-members", body.formatted("n".repeat(80))).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "client"})
  void ownerAndClientCannotBeGivenThroughTheApi(String role) {
    String eve = instantly.invite("eve@c.example", "view");

    assertThat(
            instantly
                .post("workspace-members", "{'email':'x@c.example','role':'%s'}".formatted(role))
                .status())
        .isEqualTo(400);
    assertThat(
            instantly.patch("workspace-members/" + eve, "{'role':'%s'}".formatted(role)).status())
        .isEqualTo(400);
    assertThat(instantly.get("workspace-members/" + eve).text("role")).isEqualTo("view");
  }

  @Test
  void onlyRoleAndNicknameCanBePatched() {
    String eve = instantly.invite("eve@c.example", "view");

    Reply changed =
        instantly.patch("workspace-members/" + eve, "{'role':'admin','nickname':'Boss'}");
    assertThat(changed.text("role")).isEqualTo("admin");
    assertThat(changed.text("nickname")).isEqualTo("Boss");
    assertThat(instantly.patch("workspace-members/" + eve, "{'permissions':[]}").status())
        .isEqualTo(400);
    assertThat(
            instantly
                .patch("workspace-members/" + eve, "{'nickname':null}")
                .json()
                .get("nickname")
                .isNull())
        .isTrue();
  }

  @Test
  void theOwnerCanNeitherBeDemotedNorRemoved() {
    String owner = instantly.get("workspace-members").json().at("/items/0/id").textValue();

    assertThat(instantly.patch("workspace-members/" + owner, "{'role':'view'}").status())
        .isEqualTo(400);
    assertThat(instantly.delete("workspace-members/" + owner).status()).isEqualTo(400);
    assertThat(instantly.get("workspace-members/" + owner).text("role")).isEqualTo("owner");
  }

  @Test
  void theLastAdminCanBeRemovedForNothingProtectsHim() {
    String ann = instantly.get("workspace-members?search=ann").json().at("/items/0/id").textValue();

    assertThat(instantly.delete("workspace-members/" + ann).status()).isEqualTo(200);
  }

  @Test
  void deleteAnswersTheMemberThatIsGone() {
    String eve = instantly.invite("eve@c.example", "view");

    Reply deleted = instantly.delete("workspace-members/" + eve);

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.text("email")).isEqualTo("eve@c.example");
    assertThat(instantly.delete("workspace-members/" + eve).status()).isEqualTo(404);
  }

  @Test
  void aDeleteThatSaysJsonButSendsNothingIs400() {
    String eve = instantly.invite("eve@c.example", "view");

    Reply reply = instantly.delete("workspace-members/" + eve, "Content-Type", "application/json");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message())
        .isEqualTo("Body cannot be empty when content-type is set to 'application/json'");
    assertThat(instantly.get("workspace-members/" + eve).status()).isEqualTo(200);
  }

  @Test
  void aDeleteMaySendTheNullThatTheSpecModels() {
    String eve = instantly.invite("eve@c.example", "view");

    assertThat(instantly.call("DELETE", "workspace-members/" + eve, "{}").status()).isEqualTo(400);
    assertThat(instantly.call("DELETE", "workspace-members/" + eve, "null").status())
        .isEqualTo(200);
  }

  @Test
  void aSecondInvitationOfTheSamePersonIs409InAnyCase() {
    instantly.invite("eve@c.example", "view");

    assertThat(
            instantly
                .post("workspace-members", "{'email':'EVE@c.example','role':'admin'}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void aSecondInvitationIs400WhereToldSo() {
    instantly.behave("'reinvite_status':400");
    instantly.invite("eve@c.example", "view");

    assertThat(
            instantly.post("workspace-members", "{'email':'eve@c.example','role':'view'}").status())
        .isEqualTo(400);
  }

  @Test
  void removedAndInvitedAgainAPersonIsAnotherMemberButTheSameUser() {
    String first = instantly.invite("eve@c.example", "view");
    String user = instantly.delete("workspace-members/" + first).text("user_id");

    String second = instantly.invite("eve@c.example", "view");

    assertThat(second).isNotEqualTo(first);
    assertThat(instantly.get("workspace-members/" + second).text("user_id")).isEqualTo(user);
  }

  @Test
  void aPersonHasOneUserIdInEveryWorkspace() {
    Instantly elsewhere = Box.SHARED.workspace("{}");
    elsewhere.invite("ann@a.example", "view");

    assertThat(elsewhere.get("workspace-members?search=ann").items("user_id"))
        .isEqualTo(instantly.get("workspace-members?search=ann").items("user_id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANN", "lee", "ann@a"})
  void searchLooksAtNameAndAddress(String text) {
    assertThat(instantly.get("workspace-members?search=" + text).items("email"))
        .containsExactly("ann@a.example");
  }

  @Test
  void acceptedIsTrueOrFalse() {
    assertThat(instantly.get("workspace-members?accepted=yes").message())
        .isEqualTo("querystring/accepted must be boolean");
  }

  @Test
  void aMemberOfAnotherWorkspaceIsUnknownHere() {
    String elsewhere = Box.SHARED.workspace("{}").invite("eve@c.example", "view");

    assertThat(instantly.get("workspace-members/" + elsewhere).status()).isEqualTo(404);
    assertThat(instantly.patch("workspace-members/" + elsewhere, "{'role':'admin'}").status())
        .isEqualTo(404);
  }

  @Test
  void writesAtTheSameMomentAreAllKept() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> invitations =
          IntStream.range(0, 60)
              .mapToObj(
                  i -> (Callable<String>) () -> instantly.invite("p" + i + "@c.example", "view"))
              .toList();
      Set<String> ids = new HashSet<>();
      for (Future<String> one : threads.invokeAll(invitations)) {
        ids.add(one.get());
      }

      assertThat(instantly.get("workspace-members?limit=100&accepted=false").items("id"))
          .isEqualTo(ids.stream().sorted().toList())
          .hasSize(60);
    }
  }
}
