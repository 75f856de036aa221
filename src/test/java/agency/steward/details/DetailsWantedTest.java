package agency.steward.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsWantedTest {

  private static DetailsPatch logo(String address) {
    return new DetailsPatch(Optional.empty(), JsonNodeFactory.instance.textNode(address));
  }

  private static DetailsPatch name(String name) {
    return new DetailsPatch(Optional.of(name), null);
  }

  private static void assertRefused(DetailsPatch asked, String pointer) {
    assertThatThrownBy(() -> DetailsWanted.of(asked))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem().errors())
                    .extracting(error -> error.pointer())
                    .containsExactly(pointer));
  }

  @Test
  void whatIsNotNamedIsNotSent() {
    assertThat(DetailsWanted.of(name("Acme")).toString()).isEqualTo("{\"name\":\"Acme\"}");
    assertThat(
            DetailsWanted.of(
                    new DetailsPatch(Optional.empty(), JsonNodeFactory.instance.nullNode()))
                .toString())
        .isEqualTo("{\"org_logo_url\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a.example/l.png", "http://a.example", "https://a.example:8443/x?y=z#q"})
  void addressesOfTheWebAreLogos(String address) {
    assertThat(DetailsWanted.of(logo(address)).path("org_logo_url").asText()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "acme.example/l.png",
        "ftp://a.example/l.png",
        "data:image/png;base64,AA",
        "javascript:alert(1)",
        "https:///l.png",
        "https://u:p@a.example/",
        "https://a b.example/",
        "file:///etc/passwd"
      })
  void otherAddressesAreNone(String address) {
    assertRefused(logo(address), "/org_logo_url");
  }

  @Test
  void anAddressHasAnEnd() {
    assertRefused(logo("https://a.example/" + "x".repeat(2048)), "/org_logo_url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000", " a", "a ", "\ud800"})
  void whatIsNoTextIsNoName(String name) {
    assertRefused(name(name), "/name");
  }

  @Test
  void aNameHasAnEnd() {
    assertThat(DetailsWanted.of(name("ä".repeat(255))).path("name").asText()).hasSize(255);
    assertRefused(name("a".repeat(256)), "/name");
  }
}
