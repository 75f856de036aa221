package agency.steward.tested;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.ApiCall;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapsTest {
  private static final String API =
      """
      {"paths":{
        "/v1/things/{id}":{"parameters":[],
          "patch":{"requestBody":{}},
          "delete":{"parameters":[{"in":"path","name":"id"},{"$ref":"#/components/parameters/RequestId"}]}},
        "/v1/things/labels":{"patch":{"requestBody":{}}},
        "/v1/things":{"get":{"parameters":[{"in":"query","name":"page_size"}]}}}}
      """;

  private static final List<ApiCall> ENOUGH =
      List.of(
          call("PATCH", "/v1/things/1", 200, ""),
          call("PATCH", "/v1/things/1", 401, "UNAUTHENTICATED"),
          call("PATCH", "/v1/things/1", 404, "NOT_FOUND"),
          call("PATCH", "/v1/things/1", 422, "VALIDATION_FAILED"),
          call("DELETE", "/v1/things/1", 204, ""),
          call("DELETE", "/v1/things/1", 401, "UNAUTHENTICATED"),
          call("DELETE", "/v1/things/1", 403, "FORBIDDEN"),
          call("DELETE", "/v1/things/1", 400, "UNKNOWN_PARAMETER"),
          call("PATCH", "/v1/things/labels", 200, ""),
          call("PATCH", "/v1/things/labels", 401, "UNAUTHENTICATED"),
          call("PATCH", "/v1/things/labels", 403, "FORBIDDEN"),
          call("PATCH", "/v1/things/labels", 400, "MALFORMED_REQUEST"),
          call("GET", "/v1/things", 200, ""),
          call("GET", "/v1/things", 401, "UNAUTHENTICATED"),
          call("GET", "/v1/things", 400, "INVALID_PARAMETER"));

  private static ApiCall call(String method, String path, int status, String code) {
    return new ApiCall("ThingsTest", method, path, status, code);
  }

  private static List<String> gaps(List<ApiCall> calls) {
    try {
      return Gaps.between(Operation.in(new ObjectMapper().readTree(API)), calls);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsShownWholeHasNoGaps() {
    assertThat(gaps(ENOUGH)).isEmpty();
  }

  @Test
  void everyCallThatIsMissingIsAGap() {
    for (ApiCall missing : ENOUGH) {
      var rest = new ArrayList<>(ENOUGH);
      rest.remove(missing);

      assertThat(gaps(rest)).as("without %s", missing).hasSize(1);
    }
    assertThat(gaps(List.of())).hasSize(15);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED_BY_INSTANTLY",
    "UNKNOWN_PARAMETER",
    "OWNER_NOT_ELIGIBLE",
  })
  void whatSaysNothingOfABodyIsNoBadInput(String code) {
    var others = new ArrayList<>(ENOUGH);
    others.removeIf(call -> call.code().equals("VALIDATION_FAILED"));
    others.add(call("PATCH", "/v1/things/1", 422, code));

    assertThat(gaps(others))
        .containsExactly("PATCH /v1/things/{id} is never tested with a bad input");
  }

  @Test
  void askingEverythingOfEverybodyShowsNotThatItWorks() {
    var others = new ArrayList<>(ENOUGH);
    others.removeFirst();
    others.add(new ApiCall("EveryOperationTest", "PATCH", "/v1/things/1", 200, ""));

    assertThat(gaps(others))
        .containsExactly("PATCH /v1/things/{id} is never tested with a success");
  }
}
