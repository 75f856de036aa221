package agency.steward.tag.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.tag.FakeInstantly;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingsTest {

  private static ObjectNode mapping(String resource, int type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("tag_id", "t")
        .put("resource_id", resource)
        .put("resource_type", type);
  }

  /** The vendor's prose has the numbers the other way round (facts.md 4.3). */
  @ParameterizedTest
  @CsvSource({
    "ann@x.example,1,account",
    "ann@x.example,2,account",
    "ann@x.example,9,account",
    "f9cc070d-8dba-4341-b847-f083c358e461,2,campaign",
    "f9cc070d-8dba-4341-b847-f083c358e461,1,campaign",
    "f9cc070d-8dba-4341-b847-f083c358e461,9,9",
  })
  void anAtSignDecidesWhereTheNumberContradictsIt(String resource, int type, String word) {
    assertThat(Mappings.outward(mapping(resource, type)).path("resource_type").asText())
        .isEqualTo(word);
  }

  @Test
  void whatAFilterLetsThroughBesidesIsLeftOut() {
    var lying =
        new FakeInstantly().mapping("t", "ann@x.example", 1).mapping("t", "bob@x.example", 1);

    assertThat(Mappings.of(lying, Set.of("ANN@x.example"))).hasSize(1);
    assertThat(Mappings.tags(Carrier.ACCOUNT, Mappings.of(lying, Set.of("Ann@x.example"))))
        .isEqualTo(Map.of("ann@x.example", Set.of("t")));
    assertThat(lying.asked().getFirst()).contains("ANN@x.example").contains("ann@x.example");
  }

  @Test
  void manyIdsAreAskedForInSeveralCalls() {
    var instantly = new FakeInstantly();

    Mappings.of(instantly, IntStream.range(0, 120).mapToObj("a%d@x.example"::formatted).toList());

    assertThat(instantly.asked()).hasSize(3);
  }

  @Test
  void aListOfIdsIsTakenApartOnceEach() {
    assertThat(IdList.of("ids", List.of("a,b", "b", " c "))).containsExactly("a", "b", "c");
    assertThat(IdList.of("ids", List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "a,,b", "a,"})
  void anIdThatSaysNothingIsRefused(String text) {
    assertThatThrownBy(() -> IdList.of("ids", List.of(text)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }

  @Test
  void labelsAreTheSameAfterTrimmingAndNotWhateverTheirCase() {
    var known = KnownTags.of(new FakeInstantly().tag("1", " VIP ").tag("2", "vip").tag("3", "VIP"));

    assertThat(known.idsLabelled(List.of("VIP  "))).containsExactlyInAnyOrder("1", "3");
    assertThat(known.labelled("Vip")).isEmpty();
    assertThat(known.like("Vip")).isPresent();
    assertThat(known.idsAmong(List.of("2", "9"))).containsExactly("2");
  }
}
