package agency.steward.fleet.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        "text/html text/csv                   | CSV",
        "application/json;q=0 */*             | NDJSON",
      })
  void theBestOfAcceptIsTaken(String accept, Format expected) {
    assertThat(Format.chosen(Optional.empty(), types(accept))).isEqualTo(expected);
  }

  @Test
  void withoutAcceptItIsJson() {
    assertThat(Format.chosen(Optional.empty(), List.of())).isEqualTo(Format.JSON);
  }

  @Test
  void theParameterOverridesAccept() {
    assertThat(Format.chosen(Optional.of("csv"), types("text/html"))).isEqualTo(Format.CSV);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/*", "application/json;q=0"})
  void whatCannotBeProducedIsNotAcceptable(String accept) {
    assertThatThrownBy(() -> Format.chosen(Optional.empty(), types(accept)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.NOT_ACCEPTABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "", "JSON", "json "})
  void anUnknownFormatIsABadParameter(String name) {
    assertThatThrownBy(() -> Format.chosen(Optional.of(name), List.of()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }

  private static List<MediaType> types(String accept) {
    return Arrays.stream(accept.split(" ")).map(MediaType::valueOf).toList();
  }
}
