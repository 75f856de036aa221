package agency.steward.workspace.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorParserTest {

  @Test
  void everyKindOfTermIsRead() throws Exception {
    assertThat(
            SelectorParser.parse(
                "a=1, b == 2,c!=3,\td in ( x , y ),e notin(z),\n f ,! g,acme.example/h=4"))
        .containsExactly(
            new Requirement.Equal("a", "1"),
            new Requirement.Equal("b", "2"),
            new Requirement.NotEqual("c", "3"),
            new Requirement.In("d", List.of("x", "y")),
            new Requirement.NotIn("e", List.of("z")),
            new Requirement.Exists("f"),
            new Requirement.Absent("g"),
            new Requirement.Equal("acme.example/h", "4"));
  }

  @Test
  void aValueMayBeEmpty() throws Exception {
    assertThat(SelectorParser.parse("a=,b!=,c in (,x)"))
        .containsExactly(
            new Requirement.Equal("a", ""),
            new Requirement.NotEqual("b", ""),
            new Requirement.In("c", List.of("", "x")));
  }

  @Test
  void theWordsOfTheGrammarMayBeKeysAndValues() throws Exception {
    assertThat(SelectorParser.parse("in in (in,notin),notin=in"))
        .containsExactly(
            new Requirement.In("in", List.of("in", "notin")), new Requirement.Equal("notin", "in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void nothingIsNoTerm(String text) throws Exception {
    assertThat(SelectorParser.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "tier=gold,|10",
        ",tier=gold|0",
        "tier==gold=|10",
        "tier===gold|6",
        "=gold|0",
        "tier gold|5",
        "tier!gold|5",
        "tier in gold|8",
        "tier in ()|9",
        "tier in (gold|13",
        "tier in (gold silver)|14",
        "tier in (a))|11",
        "a,,b|2",
        "!|1",
        "!!a|1",
        "!a=b|2",
        "size>3|4",
        "size<3|4",
        "-tier=gold|0",
        "tier=gold-|5",
        "Acme.Example/tier=gold|0",
        "/tier=gold|0",
        "a/b/c=d|0",
        "tier=göld|5",
        "a=b c=d|4",
        "tier=gold;region=emea|5",
      })
  void whatIsNoSelectorIsRefusedAtItsCharacter(String text, int position) {
    var fault =
        catchThrowableOfType(SelectorSyntaxException.class, () -> SelectorParser.parse(text));

    assertThat(fault).as(text).isNotNull();
    assertThat(fault.position()).as(text + ": " + fault.getMessage()).isEqualTo(position);
  }

  @Test
  void keysAndValuesEndWhereKubernetesEndsThem() throws Exception {
    String longest = "x".repeat(63);
    String prefix = ("p".repeat(49) + ".").repeat(5) + "abc";

    assertThat(SelectorParser.parse(prefix + "/" + longest + "=" + longest)).hasSize(1);
    assertThat(prefix).hasSize(253);
    assertRefused("x" + longest);
    assertRefused("a=x" + longest);
    assertRefused("p" + prefix + "/a");
  }

  @Test
  void aSelectorIsBounded() {
    assertRefused("a,".repeat(100) + "a");
    assertRefused(" ".repeat(20_000));
  }

  private static void assertRefused(String text) {
    assertThat(
            catchThrowableOfType(SelectorSyntaxException.class, () -> SelectorParser.parse(text)))
        .isNotNull();
  }
}
