package agency.steward.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {

  /** The vendor's own document, so that a new copy of it shows what is new. */
  @Test
  void everyNumberThatInstantlyDocumentsHasItsName() throws IOException {
    var documented = new TreeMap<String, String>();
    for (JsonNode type :
        new ObjectMapper()
            .readTree(
                Objects.requireNonNull(
                    getClass().getClassLoader().getResourceAsStream("instantly/openapi.json")))
            .findValues("activity_type")) {
      type.path("x-enumDescriptions")
          .properties()
          .forEach(each -> documented.put(each.getKey(), each.getValue().textValue()));
    }

    assertThat(documented).hasSize(Activity.values().length);
    documented.forEach((number, words) ->
        assertThat(Activity.name(Integer.parseInt(number)))
            .isEqualTo(words.toLowerCase(Locale.ROOT).replace(' ', '_')));
  }

  @ParameterizedTest
  @EnumSource
  void aNameLeadsBackToItsNumber(Activity activity) {
    assertThat(Activity.numberOf("activity_type", activity.wire())).isEqualTo(activity.number());
    assertThat(Activity.name(activity.number())).isEqualTo(activity.wire());
  }

  @Test
  void aNumberWithoutANameIsCalledByItsNumber() {
    assertThat(Activity.name(41)).isEqualTo("activity_41");
  }

  @ParameterizedTest
  @CsvSource({
    "37,37",
    "activity_41,41",
    "41,41",
    "API key created,37",
    "Api_Key_Created,37",
    "0,0",
    "999999999,999999999"
  })
  void aNumberOrANameIsUnderstood(String text, int number) {
    assertThat(Activity.numberOf("activity_type", text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "login", "-1", "1.5", "1e3", "activity_", "9999999999", "1,2"})
  void anythingElseIsToldTheNames(String text) {
    assertThatThrownBy(() -> Activity.numberOf("activity_type", text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
              assertThat(refused.problem().detail()).contains("user_login", "api_key_deleted");
              assertThat(refused.problem().errors().getFirst().pointer())
                  .isEqualTo("activity_type");
            });
  }
}
