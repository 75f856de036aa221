package agency.steward.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFilterTest {
  private final ObjectNode ann =
      JsonNodeFactory.instance
          .objectNode()
          .put("email", "Ann@Agency.example")
          .put("user_email", "ann.private@home.example")
          .put("role", "admin")
          .put("accepted", false)
          .put("timestamp_created", "2026-01-31T10:00:00.000Z");
  private final MemberFilterParameters wanted = new MemberFilterParameters();

  /** Of a member nothing else is read. */
  private boolean fits() {
    return wanted.filter().fits(ann.deepCopy().retain(MemberFilter.LOOKED_AT));
  }

  @Test
  void withoutFiltersEverybodyFits() {
    assertThat(fits()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@agency.example", "ANN@AGENCY.EXAMPLE", "Ann.Private@home.example"})
  void anAddressFitsWhateverItsCaseInEitherField(String email) {
    wanted.email = Optional.of(email);
    assertThat(fits()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "nn@agency.example", "", "*@agency.example"})
  void anAddressFitsWholeOrNotAtAll(String email) {
    wanted.email = Optional.of(email);
    assertThat(fits()).isFalse();
  }

  @Test
  void aRoleFitsExactly() {
    wanted.role = Optional.of("admin");
    assertThat(fits()).isTrue();
    wanted.role = Optional.of("view");
    assertThat(fits()).isFalse();
  }

  @Test
  void anOpenInvitationIsNotAccepted() {
    wanted.accepted = Optional.of("false");
    assertThat(fits()).isTrue();
    wanted.accepted = Optional.of("true");
    assertThat(fits()).isFalse();
  }

  @Test
  void anInvitationIsBeforeALaterMomentOnly() {
    wanted.invitedBefore = Optional.of("2026-01-31T11:00:01+01:00");
    assertThat(fits()).isTrue();
    wanted.invitedBefore = Optional.of("2026-01-31T10:00:00Z");
    assertThat(fits()).isFalse();
  }

  @Test
  void aMemberWithoutADateWasInvitedBeforeNothing() {
    ann.remove("timestamp_created");
    wanted.invitedBefore = Optional.of("2099-01-01T00:00:00Z");
    assertThat(fits()).isFalse();
  }

  @Test
  void whatIsNeitherTruthNorMomentIsABadParameter() {
    wanted.accepted = Optional.of("yes");
    assertBad();
    wanted.accepted = Optional.empty();
    wanted.invitedBefore = Optional.of("yesterday");
    assertBad();
  }

  private void assertBad() {
    assertThatThrownBy(wanted::filter)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }
}
