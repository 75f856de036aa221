package agency.steward.tag.change.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.FakeInstantly;
import agency.steward.tag.read.Carrier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignmentPlansTest {
  private static final Assignment ASSIGN = new Assignment(new Pairing(List.of()));
  private static final LiveSenderGuard GUARD = new LiveSenderGuard();

  private static Batch batch(Set<String> labels, String resource) {
    return new Batch(Set.of(), labels, Carrier.ACCOUNT, Set.of(resource), true);
  }

  private static Plan assign(Batch batch, FakeInstantly instantly) {
    return ASSIGN.plan(batch.intent(), ASSIGN.detect(instantly, batch.intent()));
  }

  private static Problem problem(Plan plan) {
    return ((Plan.Impossible) plan).problem();
  }

  @Test
  void aLabelThatTwoTagsHaveSaysWhichTagNoLonger() {
    var instantly = new FakeInstantly().tag("1", "VIP").tag("2", "VIP").account("a@x.io");

    Problem problem = problem(assign(batch(Set.of("VIP"), "a@x.io"), instantly));

    assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
    assertThat(problem.detail()).contains("tag_ids");
  }

  @Test
  void anAccountIsFoundWhateverItsCaseAndSpeltAsInstantlyDoes() {
    var instantly = new FakeInstantly().tag("1", "VIP").account("Ann@x.io");

    Change change = ((Plan.Needed) assign(batch(Set.of("VIP"), "ANN@X.io"), instantly)).change();

    assertThat(Assignment.after(change).resources()).containsExactly("Ann@x.io");
    assertThat(change.subject()).isEqualTo("VIP on account Ann@x.io");
  }

  @Test
  void aMappingOfAnAccountThatIsGoneCanStillBeTakenOff() {
    var instantly = new FakeInstantly().tag("1", "VIP").mapping("1", "gone@x.io", 1);
    var off = new Batch(Set.of("1"), Set.of(), Carrier.ACCOUNT, Set.of("gone@x.io"), false);

    assertThat(assign(off, instantly)).isInstanceOf(Plan.Needed.class);
    assertThat(problem(assign(batch(Set.of("VIP"), "gone@x.io"), instantly)).code())
        .isEqualTo(ProblemCode.NOT_FOUND_IN_WORKSPACE);
  }

  @Test
  void aCampaignOfAStatusNobodyKnowsCountsAsLive() {
    var instantly = new FakeInstantly().tag("1", "VIP").account("a@x.io").campaign("c", 77, "1");

    Change change = ((Plan.Needed) assign(batch(Set.of("VIP"), "a@x.io"), instantly)).change();

    assertThat(GUARD.judge(change, GuardContext.PROVEN)).isPresent();
  }

  @Test
  void whoHasNotLookedForLiveCampaignsIsRefused() {
    var instantly = new FakeInstantly().tag("1", "VIP").account("a@x.io");
    Change change = ((Plan.Needed) assign(batch(Set.of("VIP"), "a@x.io"), instantly)).change();
    change.before().orElseThrow().remove(LiveCampaigns.FIELD);

    assertThat(GUARD.judge(change, GuardContext.PROVEN))
        .hasValueSatisfying(violation -> assertThat(violation.effects()).isEmpty());
  }

  @Test
  void tagsOnCampaignsSelectNobody() {
    String id = "f9cc070d-8dba-4341-b847-f083c358e461";
    var instantly = new FakeInstantly().tag("1", "VIP").campaign(id, 1, "1");
    var batch = new Batch(Set.of("1"), Set.of(), Carrier.CAMPAIGN, Set.of(id), true);

    Change change = ((Plan.Needed) assign(batch, instantly)).change();

    assertThat(GUARD.judge(change, GuardContext.PROVEN)).isEmpty();
    assertThat(Assignment.toggle(Assignment.before(change), Assignment.after(change)))
        .hasToString(
            "{\"tag_ids\":[\"1\"],\"resource_type\":2,\"assign\":true,\"resource_ids\":[\"%s\"]}"
                .formatted(id));
  }

  @Test
  void manyNamesMakeNoEndlessSubject() {
    var instantly = new FakeInstantly().tag("1", "VIP");
    var people = new java.util.TreeSet<String>();
    for (int i = 0; i < 8; i++) {
      people.add("a%d@x.io".formatted(i));
      instantly.account("a%d@x.io".formatted(i));
    }
    var batch = new Batch(Set.of("1"), Set.of(), Carrier.ACCOUNT, people, true);

    assertThat(((Plan.Needed) assign(batch, instantly)).change().subject())
        .isEqualTo("VIP on account a0@x.io, a1@x.io, a2@x.io and 5 more");
  }

  @Test
  void theSameBatchInAnotherOrderIsTheSameSubject() {
    var one = new Batch(Set.of(), Set.of("a", "b"), Carrier.ACCOUNT, Set.of("x@x.io"), true);
    var two = new Batch(Set.of(), Set.of("b", "a"), Carrier.ACCOUNT, Set.of("x@x.io"), false);

    assertThat(one.intent().lock()).isEqualTo(two.intent().lock());
  }
}
