package agency.steward.member.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import agency.steward.changeset.HalfwayException;
import agency.steward.changeset.lane.Rows;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.Failures;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReinvitationTest {
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final Reinvitation kind = new Reinvitation(List.of());

  private static List<ProblemException> troubles() {
    return List.of(
        Failures.silence(), Problem.of(ProblemCode.CUSTODY_UNAVAILABLE, "by a test").thrown());
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void whoWasRemovedAndCannotBeInvitedIsHalfway(ProblemException trouble) {
    ObjectNode member = Rows.member(1);
    Intent intent = Again.intent(member, NOTHING, true);
    var planned = (Plan.Needed) Again.plan(intent, member);

    assertThatExceptionOfType(HalfwayException.class)
        .isThrownBy(() -> kind.apply(new Removing(trouble), intent, planned.change()))
        .satisfies(e -> assertThat(e.failure()).isSameAs(trouble));
  }

  /** An Instantly that removes people and invites none. */
  private record Removing(ProblemException trouble) implements InstantlyWorkspace {
    @Override
    public ObjectNode delete(String path) {
      return NOTHING;
    }

    @Override
    public ObjectNode post(String path, ObjectNode body) {
      throw trouble;
    }

    @Override
    public ObjectNode get(String path) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ObjectNode> list(Listing listing, Map<String, String> query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ObjectNode patch(String path, ObjectNode body) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void proveIdentity() {
      // it is the right one
    }
  }
}
