package agency.steward.group.change;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupPlansTest {

  private static ObjectNode link(String status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "l1")
        .put("admin_workspace_id", "agency")
        .put("sub_workspace_id", "client")
        .put("status", status)
        .put("timestamp_updated", "2026-11-25T12:00:00.000Z");
  }

  @Test
  void aLinkThatIsNotThereIsNeeded() {
    Change change = ((Plan.Needed) InvitePlan.of("client", Optional.empty())).change();

    assertThat(change.action()).isEqualTo("group_invite");
    assertThat(change.subject()).isEqualTo("client");
    assertThat(change.before()).isEmpty();
    assertThat(change.after().orElseThrow().path("status").asText()).isEqualTo("pending");
    assertThat(change.effect()).isEqualTo(Effect.GRANTS);
    assertThat(change.reversibility()).isEqualTo(Reversibility.LOSSLESS);
  }

  @Test
  void aLinkThatIsThereIsAsItShallBeAndOfItOnlyWhatMattersIsKept() {
    Change change =
        ((Plan.AlreadySo) InvitePlan.of("client", Optional.of(link("accepted")))).change();

    assertThat(change.before()).isEqualTo(change.after());
    assertThat(change.objectId()).contains("l1");
    assertThat(change.before().orElseThrow().has("timestamp_updated")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"pending,true", "accepted,true", "rejected,false", "something_new,false"})
  void onlyOpenLinksCount(String status, boolean open) {
    assertThat(LinkObject.isOpen(link(status))).isEqualTo(open);
  }

  private static Change removal(ObjectNode link) {
    return new Change(
        GroupRemoval.NAME,
        "client",
        Optional.of("l1"),
        Optional.of(link),
        Optional.empty(),
        Effect.REDUCES,
        Reversibility.REINVITE);
  }

  private static ObjectNode inUse(String link) {
    ObjectNode used = link("accepted").put("id", link);
    used.putObject("steward")
        .putArray("reaches")
        .addObject()
        .put("workspace_id", "w-1")
        .put("workspace_name", "Client");
    return used;
  }

  private static Optional<Violation> judged(ObjectNode before, GuardContext context) {
    return new OwnLinkGuard().judge(removal(before), context);
  }

  @Test
  void aLinkNobodyUsesMayEnd() {
    assertThat(judged(link("accepted"), GuardContext.PROVEN.with(List.of(link("accepted")))))
        .isEmpty();
    assertThat(judged(link("accepted"), GuardContext.PROVEN.with(List.of(inUse("another")))))
        .isEmpty();
  }

  @Test
  void aLinkInUseStaysAndTheWorkspacesAreNamed() {
    Violation planned = judged(inUse("l1"), GuardContext.PROVEN.with(List.of())).orElseThrow();
    Violation meanwhile =
        judged(link("accepted"), GuardContext.PROVEN.with(List.of(inUse("l1")))).orElseThrow();

    assertThat(planned.code()).isEqualTo(ProblemCode.LINK_IN_USE_BY_STEWARD);
    assertThat(planned.detail()).contains("Client (w-1)");
    assertThat(meanwhile).isEqualTo(planned);
  }

  @Test
  void whereNobodyHasLookedItStays() {
    assertThat(judged(link("accepted"), GuardContext.PROVEN)).isPresent();
  }
}
