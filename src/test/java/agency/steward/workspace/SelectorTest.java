package agency.steward.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.label.Labelled;
import agency.steward.workspace.label.Requirement;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SelectorTest {

  @Provide
  Arbitrary<List<Requirement>> requirements() {
    return Labelled.requirements();
  }

  @Property
  void whatIsPrintedIsReadAsTheSameSelector(@ForAll("requirements") List<Requirement> terms) {
    var selector = new Selector(terms);

    assertThat(Selector.parse(selector.toString())).isEqualTo(selector);
  }

  @Property
  void noTextMakesTheParserFailInAnyOtherWay(@ForAll String text) {
    try {
      assertThat(Selector.parse(text).requirements()).isNotEmpty();
    } catch (ProblemException e) {
      assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_SELECTOR);
      assertThat((int) e.problem().members().get("position")).isBetween(0, text.length());
    }
  }

  @Test
  void termsThatSayNotAlsoHoldWhereTheLabelIsAbsent() {
    Map<String, String> none = Map.of();

    assertThat(Selector.parse("region!=emea").matches(none)).isTrue();
    assertThat(Selector.parse("region notin (emea)").matches(none)).isTrue();
    assertThat(Selector.parse("!region").matches(none)).isTrue();
    assertThat(Selector.parse("region=emea").matches(none)).isFalse();
    assertThat(Selector.parse("region=").matches(none)).isFalse();
    assertThat(Selector.parse("region").matches(none)).isFalse();
  }

  @Test
  void everyTermMustHold() {
    var selector = Selector.parse("tier=gold,client in (acme,globex),!left");

    assertThat(selector.matches(Map.of("tier", "gold", "client", "acme"))).isTrue();
    assertThat(selector.matches(Map.of("tier", "gold", "client", "initech"))).isFalse();
    assertThat(selector.matches(Map.of("tier", "gold", "client", "acme", "left", ""))).isFalse();
  }

  @Test
  void onlyTermsThatNameValuesAnchorASelector() {
    assertThat(Selector.parse("tier=gold,!left").isAnchored()).isTrue();
    assertThat(Selector.parse("tier in (gold)").isAnchored()).isTrue();
    assertThat(Selector.parse("tier,region!=emea,a notin (b)").isAnchored()).isFalse();
  }

  @Test
  void anEmptySelectorIsRefusedAndSoIsABrokenOneNamingThePosition() {
    assertThat(refusal("").code()).isEqualTo(ProblemCode.INVALID_SELECTOR);
    assertThat(refusal("  ").status()).isEqualTo(400);
    assertThat(refusal("tier in gold").members()).containsEntry("position", 8);
    assertThat(refusal("tier in gold").errors().getFirst().detail()).contains("character 8");
    assertThat(refusal("tier in gold").errors().getFirst().pointer()).isEqualTo("selector");
  }

  private static agency.steward.problem.Problem refusal(String text) {
    return catchThrowableOfType(ProblemException.class, () -> Selector.parse(text)).problem();
  }
}
