package agency.steward.changeset.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static List<String> rules(SetRules.Tally... tallies) {
    return SetRules.judge(List.of(tallies), Limits.USUAL, NOW).stream().map(Finding::rule).toList();
  }

  private static SetRules.Tally tally(int people, int risky) {
    return new SetRules.Tally("Acme", people, IntStream.range(0, risky).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({"4,3,", "4,4,BUDGET_WORKSPACE", "40,10,", "40,11,BUDGET_WORKSPACE"})
  void aWorkspaceMayLoseThreeOrAQuarter(int people, int risky, String rule) {
    assertThat(rules(tally(people, risky))).isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void aSetMayTakeFiftyOrOneInTwenty() {
    SetRules.Tally[] fifty =
        IntStream.range(0, 25).mapToObj(i -> tally(8, 2)).toArray(SetRules.Tally[]::new);
    assertThat(rules(fifty)).isEmpty();
    fifty[0] = tally(12, 3);
    assertThat(rules(fifty)).containsExactly(SetRules.BUDGET_CHANGE_SET);
    fifty[1] = tally(1_000, 2);
    assertThat(rules(fifty)).isEmpty();
  }

  @Test
  void withinAFreezeWindowNothingIsApplied() {
    var window = FreezeWindow.valueOf("2026-11-24T12:00:00Z/2026-11-24T13:00:00Z");
    var limits = new Limits(Optional.of(List.of(window)));

    assertThat(SetRules.frozen(limits, NOW)).isPresent();
    assertThat(SetRules.frozen(limits, NOW.minusSeconds(1))).isEmpty();
    assertThat(SetRules.frozen(limits, NOW.plus(Duration.ofHours(1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-11-24T12:00:00Z",
        "2026-11-24T12:00:00Z/2026-11-24T12:00:00Z",
        "a/b"
      })
  void accident11_aWindowThatCannotBeReadIsNoWindowAtAll(String text) {
    assertThatThrownBy(() -> FreezeWindow.valueOf(text)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "25,false,false,false,0",
    "26,false,false,false,1",
    "1,true,false,false,1",
    "1,false,true,true,1",
    "1,false,true,false,0",
    "1,false,false,true,0",
  })
  void whatIsLargeOrDelicateNeedsASecondPerson(
      int rows, boolean appointing, boolean automation, boolean risky, int approvals) {
    assertThat(
            new Required(rows, appointing, automation, risky).approvals(Limits.USUAL.approvals()))
        .isEqualTo(approvals);
  }
}
