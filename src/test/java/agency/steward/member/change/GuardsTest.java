package agency.steward.member.change;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Judgement;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GuardsTest {
  private static final Removal REMOVAL = new Removal(People.GUARDS);
  private static final Edit EDIT = new Edit("role_change", People.GUARDS);

  static ObjectNode member(String id, String role, boolean accepted) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("email", id + "@agency.example")
        .put("role", role)
        .put("accepted", accepted);
  }

  private static Change removal(ObjectNode member) {
    var plan = REMOVAL.plan(Removal.intent(member.path("id").asText()), Optional.of(member));
    return ((Plan.Needed) plan).change();
  }

  private static Change roleChange(ObjectNode member, String role) {
    ObjectNode set = JsonNodeFactory.instance.objectNode().put("role", role);
    var plan = EDIT.plan(Edit.intent(member.path("id").asText(), set), Optional.of(member));
    return ((Plan.Needed) plan).change();
  }

  private static List<String> rules(Change change, GuardContext context) {
    return Judgement.of(change, context, People.GUARDS).stream().map(Violation::rule).toList();
  }

  private static GuardContext seeing(ObjectNode... peers) {
    return GuardContext.PROVEN.with(List.of(peers));
  }

  @Test
  void theLastAdminCanNeitherBeDemotedNorRemoved() {
    ObjectNode ann = member("ann", "admin", true);

    assertThat(rules(removal(ann), seeing())).containsExactly("LAST_ADMIN");
    assertThat(rules(roleChange(ann, "view"), seeing())).containsExactly("LAST_ADMIN");
  }

  @Test
  void theLastAdminMayGoOnceAnotherOneIsThere() {
    ObjectNode ann = member("ann", "admin", true);

    assertThat(rules(removal(ann), seeing(member("bob", "admin", true)))).isEmpty();
    assertThat(rules(roleChange(ann, "view"), seeing(member("bob", "admin", true)))).isEmpty();
  }

  @Test
  void ownersPendingAdminsAndOneselfAreNobodyElse() {
    Change change = removal(member("ann", "admin", true));

    assertThat(rules(change, seeing(member("olga", "owner", true)))).containsExactly("LAST_ADMIN");
    assertThat(rules(change, seeing(member("bob", "admin", false)))).containsExactly("LAST_ADMIN");
    assertThat(rules(change, seeing(member("ann", "admin", true)))).containsExactly("LAST_ADMIN");
  }

  @Test
  void whoHasNotLookedKnowsOfNoOther() {
    assertThat(rules(removal(member("ann", "admin", true)), GuardContext.PROVEN))
        .containsExactly("LAST_ADMIN");
  }

  @Test
  void theLastAdminIsAConflictOfItsOwn() {
    var violation =
        Judgement.of(removal(member("ann", "admin", true)), seeing(), People.GUARDS).getFirst();

    assertThat(violation.code()).isEqualTo(ProblemCode.LAST_ADMIN);
    assertThat(violation.overridable()).isTrue();
  }

  @Test
  void accident10_aPendingAdminDoesNotHoldTheWorkspaceAndMayBeCancelled() {
    assertThat(rules(removal(member("ann", "admin", false)), GuardContext.PROVEN)).isEmpty();
  }

  @Test
  void theOwnerIsNeitherRemovedNorDemoted() {
    ObjectNode olga = member("olga", "owner", true);

    assertThat(rules(removal(olga), seeing())).containsExactly("OWNER_PROTECTED");
    assertThat(rules(roleChange(olga, "admin"), seeing())).containsExactly("OWNER_PROTECTED");
  }

  @Test
  void nothingIsDoneWhereTheIdentityIsUnproven() {
    assertThat(rules(removal(member("ann", "view", true)), GuardContext.BLIND))
        .containsExactly("IDENTITY_UNPROVEN");
  }

  @Test
  void onlyWhoTakesAnAdminAwayNeedsTheAdminsOfTheWorkspace() {
    ObjectNode ann = member("ann", "admin", true);

    assertThat(REMOVAL.sharedGround(removal(ann))).isPresent();
    assertThat(EDIT.sharedGround(roleChange(ann, "editor"))).isPresent();
    assertThat(REMOVAL.sharedGround(removal(member("ann", "admin", false)))).isEmpty();
    assertThat(REMOVAL.sharedGround(removal(member("ann", "editor", true)))).isEmpty();
    assertThat(EDIT.sharedGround(roleChange(member("ann", "view", true), "admin"))).isEmpty();
    assertThat(REMOVAL.sharedGround(removal(member("olga", "owner", true)))).isEmpty();
  }

  /** Whatever the workspace looks like: what the guards let through leaves an admin. */
  @Property(tries = 500)
  void whatTheGuardsLetThroughLeavesAnAcceptedAdmin(
      @ForAll("members") List<ObjectNode> drawn, @ForAll int pick) {
    List<ObjectNode> members = numbered(drawn);
    ObjectNode target = members.get(Math.floorMod(pick, members.size()));
    boolean had = members.stream().anyMatch(Member::isAcceptedAdmin);
    List<ObjectNode> rest = members.stream().filter(each -> each != target).toList();

    boolean allowed = rules(removal(target), GuardContext.PROVEN.with(members)).isEmpty();

    if (had && allowed) {
      assertThat(rest).anyMatch(Member::isAcceptedAdmin);
    }
    if (Member.isOwner(target)) {
      assertThat(allowed).isFalse();
    }
  }

  @Provide
  Arbitrary<List<ObjectNode>> members() {
    return Combinators.combine(
            Arbitraries.of("owner", "admin", "editor", "view", "client", "new_role"),
            Arbitraries.of(true, false))
        .as((role, accepted) -> member("x", role, accepted))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static List<ObjectNode> numbered(List<ObjectNode> drawn) {
    var members = new java.util.ArrayList<ObjectNode>();
    for (ObjectNode each : drawn) {
      members.add(each.deepCopy().put("id", "m" + members.size()));
    }
    return members;
  }
}
