package agency.steward.member.change;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Sight;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlansTest {
  private static final Edit EDIT = new Edit("role_change", People.GUARDS);
  private static final Removal REMOVAL = new Removal(People.GUARDS);
  private static final Invitation INVITATION = new Invitation(People.GUARDS, REMOVAL);

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode ann(String role) {
    ObjectNode ann = GuardsTest.member("a1", role, true);
    ann.put("email", "Ann@Agency.example").put("user_email", "private@home.example");
    ann.put("workspace_id", "w").putObject("name").put("first", "Ann");
    return ann.putNull("nickname");
  }

  private static Plan edit(ObjectNode member, ObjectNode set) {
    return EDIT.plan(Edit.intent("a1", set), Optional.of(member));
  }

  private static Change needed(Plan plan) {
    return ((Plan.Needed) plan).change();
  }

  @Test
  void aRoleChangeShowsWhatMattersBeforeAndAfter() {
    Change change = needed(edit(ann("view"), json().put("role", "editor")));

    assertThat(change.subject()).isEqualTo("Ann@Agency.example");
    assertThat(change.objectId()).contains("a1");
    assertThat(change.before().orElseThrow().toString())
        .isEqualTo(
            "{\"id\":\"a1\",\"email\":\"Ann@Agency.example\",\"user_email\":\"private@home.example\",\"role\":\"view\",\"accepted\":true}");
    assertThat(change.after().orElseThrow().path("role").asText()).isEqualTo("editor");
  }

  @ParameterizedTest
  @CsvSource({
    "view,editor,GRANTS,LOSSLESS",
    "view,admin,GRANTS,LOSSLESS",
    "admin,editor,REDUCES,LOSSLESS",
    "editor,view,REDUCES,LOSSLESS",
    "client,view,REDUCES,IRREVERSIBLE",
    "client,admin,REDUCES,IRREVERSIBLE",
    "brand_new,admin,REDUCES,IRREVERSIBLE",
  })
  void whatIsNotKnownToBeMoreCountsAsLess(
      String before, String after, Effect effect, Reversibility reversibility) {
    Change change = needed(edit(ann(before), json().put("role", after)));

    assertThat(change.effect()).isEqualTo(effect);
    assertThat(change.reversibility()).isEqualTo(reversibility);
  }

  @Test
  void aNicknameGivesAndTakesNoAccess() {
    Change change = needed(edit(ann("admin"), json().put("nickname", "Boss")));

    assertThat(change.effect()).isEqualTo(Effect.NEUTRAL);
    assertThat(change.reversibility()).isEqualTo(Reversibility.LOSSLESS);
  }

  @Test
  void whatIsSoAlreadyNeedsNothing() {
    assertThat(edit(ann("view"), json().put("role", "view"))).isInstanceOf(Plan.AlreadySo.class);
    assertThat(edit(ann("view"), json().putNull("nickname"))).isInstanceOf(Plan.AlreadySo.class);
    assertThat(edit(ann("view"), json().put("role", "view").put("nickname", "A")))
        .isInstanceOf(Plan.Needed.class);
  }

  @Test
  void aRemovalLeavesNothingAndTakesANewInvitationToUndo() {
    Change change = needed(REMOVAL.plan(Removal.intent("a1"), Optional.of(ann("view"))));

    assertThat(change.after()).isEmpty();
    assertThat(change.effect()).isEqualTo(Effect.REDUCES);
    assertThat(change.reversibility()).isEqualTo(Reversibility.REINVITE);
  }

  @Test
  void whoIsNotThereNeedsNoRemoval() {
    assertThat(REMOVAL.plan(Removal.intent("a1"), Optional.empty()))
        .isInstanceOf(Plan.AlreadySo.class);
  }

  private static ObjectNode invitation(String email, String role) {
    return json().put("email", email).put("role", role);
  }

  private static Plan invite(ObjectNode invitation, ObjectNode... present) {
    return INVITATION.plan(
        Invited.intent(invitation), java.util.Arrays.stream(present).findFirst());
  }

  @Test
  void somebodyNewIsInvited() {
    Change change = needed(invite(invitation("ann@agency.example", "view")));

    assertThat(change.before()).isEmpty();
    assertThat(change.subject()).isEqualTo("ann@agency.example");
    assertThat(change.effect()).isEqualTo(Effect.GRANTS);
  }

  @ParameterizedTest
  @CsvSource({"ann@agency.example", "ANN@AGENCY.EXAMPLE", "Private@Home.example"})
  void whoIsThereInThisRoleIsNotInvitedAgain(String address) {
    assertThat(invite(invitation(address, "view"), ann("view"))).isInstanceOf(Plan.AlreadySo.class);
  }

  @Test
  void whoIsThereInAnotherRoleIsAConflictThatNamesThem() {
    var plan = (Plan.Impossible) invite(invitation("ann@agency.example", "admin"), ann("view"));

    assertThat(plan.problem().code()).isEqualTo(ProblemCode.ALREADY_EXISTS);
    assertThat(plan.problem().members()).containsEntry("existing_id", "a1");
  }

  @Test
  void otherPermissionsAreAConflictOnlyWhereTheyWereAskedFor() {
    ObjectNode present = ann("editor");
    present.putArray("permissions").add("unibox.all").add("campaigns.view");
    ObjectNode asked = invitation("ann@agency.example", "editor");

    assertThat(invite(asked, present)).isInstanceOf(Plan.AlreadySo.class);
    ObjectNode same = asked.deepCopy();
    same.putArray("permissions").add("campaigns.view").add("unibox.all");
    assertThat(invite(same, present)).isInstanceOf(Plan.AlreadySo.class);
    ObjectNode other = asked.deepCopy();
    other.putArray("permissions").add("campaigns.view");
    assertThat(invite(other, present)).isInstanceOf(Plan.Impossible.class);
  }

  @Test
  void twoSpellingsOfAnAddressAreOneSubject() {
    assertThat(Invited.intent(invitation("ANN@agency.example", "view")).lock())
        .isEqualTo(Invited.intent(invitation("ann@agency.example", "view")).lock());
  }

  @Test
  void accident05_whatWasChangedInPartIsNotAsWanted() {
    ObjectNode set = json().put("role", "editor").put("nickname", "Annie");
    Change change = needed(edit(ann("view"), set));
    ObjectNode half = ann("editor");

    assertThat(EDIT.sight(Edit.intent("a1", set), change, Optional.of(half)))
        .isInstanceOf(Sight.Different.class);
    assertThat(
            EDIT.sight(Edit.intent("a1", set), change, Optional.of(half.put("nickname", "Annie"))))
        .isInstanceOf(Sight.AsWanted.class);
  }
}
