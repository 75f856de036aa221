package agency.steward.tag.change;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.Sight;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.FakeInstantly;
import agency.steward.tag.change.assignment.LiveSenderGuard;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlansTest {
  private static final Ensuring ENSURE = new Ensuring();
  private static final Deletion DELETE = new Deletion(List.of());
  private static final LiveSenderGuard GUARD = new LiveSenderGuard();

  private static ObjectNode tag(String label) {
    return JsonNodeFactory.instance.objectNode().put("label", label);
  }

  private static Plan ensure(ObjectNode wanted, FakeInstantly instantly) {
    var intent = Ensuring.intent(wanted);
    return ENSURE.plan(intent, ENSURE.detect(instantly, intent));
  }

  private static Problem problem(Plan plan) {
    return ((Plan.Impossible) plan).problem();
  }

  @Test
  void aTagIsWantedOnlyWhereItsLabelIsNotThere() {
    var instantly = new FakeInstantly().tag("1", " VIP ");

    assertThat(ensure(tag("VIP"), instantly)).isInstanceOf(Plan.AlreadySo.class);
    assertThat(ensure(tag("vip"), instantly)).isInstanceOf(Plan.Needed.class);
    assertThat(problem(ensure(tag("VIP").put("description", "d"), instantly)).members())
        .containsEntry("existing_id", "1");
  }

  @Test
  void aLabelThatDiffersInCaseExplainsARefusal() {
    var instantly = new FakeInstantly().tag("1", "VIP");
    var intent = Ensuring.intent(tag("vip"));
    var change = ((Plan.Needed) ensure(tag("vip"), instantly)).change();

    Sight found = ENSURE.look(instantly, intent, change, Optional.empty());

    assertThat(found).isInstanceOf(Sight.AsBefore.class);
    assertThat(ENSURE.explain(Problem.of(ProblemCode.ALREADY_EXISTS, "no"), found).members())
        .containsEntry("existing_id", "1");
    assertThat(ENSURE.explain(Problem.of(ProblemCode.REFUSED_BY_INSTANTLY, "no"), found).members())
        .isEmpty();
  }

  @Test
  void aDeletionCannotBeUndoneAndNamesTheCampaignsThatSendByTheTag() {
    var instantly = new FakeInstantly().tag("1", "VIP").campaign("c", 1, "1").campaign("d", 2, "1");
    var intent = Deletion.intent("1");

    var change = ((Plan.Needed) DELETE.plan(intent, DELETE.detect(instantly, intent))).change();

    assertThat(change.reversibility()).isEqualTo(Reversibility.IRREVERSIBLE);
    assertThat(change.subject()).isEqualTo("VIP");
    assertThat(GUARD.judge(change, GuardContext.PROVEN).orElseThrow().effects())
        .extracting(effect -> effect.path("campaign_id").asText())
        .containsExactly("c");
  }
}
