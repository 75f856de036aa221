package agency.steward.fleet.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                  | JSON",
        "application/json                     | JSON",
        "application/x-ndjson                 | NDJSON",
        "text/csv                             | CSV",
        "text/csv;charset=utf-8               | CSV",
        "text/*                               | CSV",
        "text/html,text/csv                   | CSV",
        "application/json;q=0,*/*             | NDJSON",
        "text/csv;q=0.1,application/json;q=.2 | JSON",
        "text/html, *; q=.2, */*; q=.2        | JSON",
      })
  void theBestOfAcceptIsTaken(String accept, Format expected) {
    assertThat(Format.chosen(Optional.empty(), accept(accept))).isEqualTo(expected);
  }

  @Test
  void withoutAcceptItIsJson() {
    var nothing = new HttpHeadersImpl(List.of());
    assertThat(Format.chosen(Optional.empty(), nothing)).isEqualTo(Format.JSON);
    assertThat(Format.chosen(Optional.empty(), accept(""))).isEqualTo(Format.JSON);
    assertThat(Format.chosen(Optional.empty(), accept(" "))).isEqualTo(Format.JSON);
  }

  @Test
  void theParameterOverridesAccept() {
    assertThat(Format.chosen(Optional.of("csv"), accept("text/html"))).isEqualTo(Format.CSV);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "image/*", "application/json;q=0", "garbage", "a/b,?", ";", "é"})
  void whatCannotBeProducedOrReadIsNotAcceptable(String accept) {
    assertThatThrownBy(() -> Format.chosen(Optional.empty(), accept(accept)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_ACCEPTABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "", "JSON", "json "})
  void anUnknownFormatIsABadParameter(String name) {
    assertThatThrownBy(() -> Format.chosen(Optional.of(name), accept("?")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }

  private static HttpHeaders accept(String accept) {
    return new HttpHeadersImpl(Map.of(HttpHeaders.ACCEPT, accept).entrySet());
  }
}
