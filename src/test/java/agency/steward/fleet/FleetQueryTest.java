package agency.steward.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetQueryTest {

  @Test
  void tenSecondsIsTheDeadlineUnlessAnotherIsGiven() {
    assertThat(query(new FleetParameters()).deadline()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({"PT0.1S,100", "PT1S,1000", "pt2.5s,2500", "PT5M,300000"})
  void anIsoDurationWithinBoundsIsTaken(String text, long millis) {
    assertThat(query(deadline(text)).deadline()).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT0S",
        "P9999D",
        "PT0.099S",
        "PT5M0.001S",
        "-PT1S",
        "10",
        "10s",
        "",
        "PT",
        "P1Y",
        "PT99999999999999999999S",
        "P106751991167300DT24H"
      })
  void anyOtherDeadlineIsABadParameter(String text) {
    assertBad(deadline(text));
  }

  @Test
  void aSelectorAndWorkspacesTogetherAreABadParameter() {
    var asked = new FleetParameters();
    asked.selector = Optional.of("tier=gold");
    asked.workspaceId = List.of("x");
    assertBad(asked);
  }

  @Test
  void aWorkspaceNamedTwiceIsOne() {
    var asked = new FleetParameters();
    asked.workspaceId = List.of("b", "a", "b");
    assertThat(query(asked).workspaceIds()).containsExactly("b", "a");
  }

  @ParameterizedTest
  @CsvSource({"true,NO_FAILURE", "false,ANY", "all,ALL"})
  void completenessIsDemandedByName(String text, Completeness expected) {
    assertThat(Completeness.parse(Optional.of(text))).isEqualTo(expected);
  }

  @Test
  void anyOtherDemandIsABadParameter() {
    var asked = new FleetParameters();
    asked.requireComplete = Optional.of("yes");
    assertBad(asked);
  }

  private static void assertBad(FleetParameters asked) {
    assertThatThrownBy(() -> query(asked))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }

  private static FleetParameters deadline(String text) {
    var asked = new FleetParameters();
    asked.deadline = Optional.of(text);
    return asked;
  }

  private static FleetQuery query(FleetParameters asked) {
    return FleetQuery.of(asked, new HttpHeadersImpl(List.of()));
  }
}
