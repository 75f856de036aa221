package agency.steward.member.change;

import static agency.steward.member.change.GuardsTest.member;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Judgement;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a deployment protects, and whom no rule picks. */
class PickedAndProtectedTest {
  private static final GuardContext BY_NAME = GuardContext.PROVEN;
  private static final GuardContext PICKED = GuardContext.PROVEN.named(false);
  private static final Removal REMOVAL = new Removal(List.of());
  private static final Edit EDIT = new Edit("role_change", List.of());
  private static final Reinvitation REINVITATION = new Reinvitation(List.of());

  private static List<Violation> violations(Guard guard, Change change, GuardContext context) {
    return Judgement.of(change, context, List.of(guard));
  }

  private static ObjectNode person(String email) {
    return member("p1", "view", true).put("email", email);
  }

  private static Change removal(ObjectNode member) {
    return needed(REMOVAL.plan(Removal.intent("p1"), Optional.of(member)));
  }

  private static Change roleChange(ObjectNode member, String role) {
    ObjectNode set = JsonNodeFactory.instance.objectNode().put("role", role);
    return needed(EDIT.plan(Edit.intent("p1", set), Optional.of(member)));
  }

  private static Change invitedAnew(ObjectNode member, boolean risky) {
    ObjectNode same = Invited.like(member);
    same.putArray("permissions").add("unibox.all");
    return needed(REINVITATION.step(member, same, risky, true).plan());
  }

  private static Change needed(Plan plan) {
    return ((Plan.Needed) plan).change();
  }

  @ParameterizedTest
  @CsvSource({
    "boss@agency.example, Boss@Agency.example",
    "' boss@agency.example ', boss@agency.example",
    "*@board.example, ann@board.example",
    "boss*, boss@anything.example",
  })
  void whoIsProtectedIsNeitherRemovedNorGivenAnotherRole(String protectedOne, String address) {
    var guard = new ProtectedGuard(List.of("somebody@else.example", protectedOne));

    for (Change change :
        List.of(
            removal(person(address)),
            roleChange(person(address), "editor"),
            removal(person("private@home.example").put("user_email", address)))) {
      assertThat(violations(guard, change, BY_NAME))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.rule()).isEqualTo("PROTECTED_PERSON");
            assertThat(found.overridable()).isTrue();
          });
    }
  }

  @Test
  void whoIsProtectedIsNotRemovedToBeInvitedAnew() {
    var guard = new ProtectedGuard(List.of("boss@agency.example"));
    ObjectNode boss = person("boss@agency.example");

    assertThat(violations(guard, invitedAnew(boss, true), BY_NAME))
        .extracting(Violation::rule)
        .containsExactly("PROTECTED_PERSON");
    assertThat(violations(guard, invitedAnew(boss.put("accepted", false), false), BY_NAME))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"boss@agency.example.org", "xboss@agency.example", "bossXagency.example"})
  void whoIsOnlySpeltAlikeIsNotProtected(String address) {
    var guard = new ProtectedGuard(List.of("boss@agency.example"));

    assertThat(violations(guard, removal(person(address)), BY_NAME)).isEmpty();
  }

  @Test
  void whoIsProtectedMayHaveANickname() {
    ObjectNode set = JsonNodeFactory.instance.objectNode().put("nickname", "Chief");
    ObjectNode boss = person("boss@agency.example");
    Change change = needed(EDIT.plan(Edit.intent("p1", set), Optional.of(boss)));

    assertThat(violations(new ProtectedGuard(List.of("*")), change, BY_NAME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eve@client.example",
        "eve@notagency.example",
        "eve@agency.example.client.example"
      })
  void aClientIsChangedWhereNamedAndNotWherePicked(String address) {
    var guard = new ClientGuard(List.of(" Agency.example "));

    for (Change change : List.of(removal(person(address)), roleChange(person(address), "editor"))) {
      assertThat(violations(guard, change, BY_NAME)).isEmpty();
      assertThat(violations(guard, change, PICKED))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.rule()).isEqualTo("CLIENT_PERSON");
            assertThat(found.overridable()).isTrue();
          });
    }
  }

  @Test
  void whoIsOfTheAgencyMayBePicked() {
    var guard = new ClientGuard(List.of("other.example", "agency.example"));

    assertThat(violations(guard, removal(person("Ann@Agency.Example")), PICKED)).isEmpty();
  }

  @Test
  void withoutDomainsNobodyIsTakenForAClient() {
    var guard = new ClientGuard(List.of());

    assertThat(violations(guard, removal(person("eve@client.example")), PICKED)).isEmpty();
  }
}
