package agency.steward.access.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalTest {
  @Test
  void eachKindIsReadAsItIsWritten() {
    assertThat(Principal.parse("sub:a|b").orElseThrow()).isEqualTo(Principal.sub("a|b"));
    assertThat(Principal.parse("group:Ops").orElseThrow()).hasToString("group:Ops");
    assertThat(Principal.parse("email:Ann@X.example").orElseThrow())
        .hasToString("email:ann@x.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann",
        "sub:",
        "sub: ann",
        "sub:a\u0000b",
        "group:two\nlines",
        "group:half \ud800",
        "email:ann",
      })
  void whatCanBeNobodyIsNobody(String text) {
    assertThat(Principal.parse(text)).isEmpty();
  }
}
