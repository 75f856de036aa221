package agency.steward.web.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.ApiContract;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.TokensResource;
import agency.steward.testing.WrittenPage;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API says of itself: the committed document is it, and it leaves nothing out. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class DescriptionTest {
  private static final File READ_OFF_THE_CLASSES = new File("target/openapi/steward.json");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final List<Operation> operations = new ArrayList<>();

  /** One operation as the document has it. */
  private record Operation(String path, String method, JsonNode json) {
    String name() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    String id() {
      return json.path("operationId").asText();
    }

    boolean has(String field) {
      return !json.path(field).asText().isBlank();
    }

    boolean takes(String parameter) {
      return json.path("parameters").findValuesAsText("$ref").stream()
          .anyMatch(ref -> ref.endsWith("/" + parameter));
    }
  }

  @BeforeEach
  void read() throws IOException {
    JsonNode api = new ObjectMapper().readTree(READ_OFF_THE_CLASSES);
    api.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(each -> {
                  if (METHODS.contains(each.getKey())) {
                    operations.add(new Operation(path.getKey(), each.getKey(), each.getValue()));
                  }
                }));
  }

  @Test
  void theCommittedDocumentIsWhatTheCodeSays() throws IOException {
    WrittenPage.of(Path.of("openapi/steward.yaml"))
        .mustBe(Files.readString(Path.of("target/openapi/steward.yaml")));
  }

  /** The other tests hold the committed one against the classes. */
  @ParameterizedTest
  @ValueSource(strings = {"/openapi", "/openapi.yaml", "/openapi.yml", "/q/openapi"})
  void theCommittedDocumentIsServed(String path) throws IOException {
    String served = given().get(path).then().statusCode(200).extract().asString();
    assertThat(served).isEqualTo(Files.readString(Path.of("target/classes/openapi/steward.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi?format=json", "/openapi?format=JSON", "/openapi.json"})
  void itIsServedAsJson(String path) throws IOException {
    var served = given().get(path).then().contentType("application/json").extract().asString();
    assertThat(new ObjectMapper().readTree(served)).isEqualTo(committed());
    given().head(path).then().statusCode(200).contentType("application/json");
    given().accept("application/json").head("/openapi").then().contentType("application/json");
  }

  private static JsonNode committed() throws IOException {
    return new ObjectMapper(new YAMLFactory())
        .readTree(new File("target/classes/openapi/steward.yaml"));
  }

  /** Five of ten did not. */
  @Test
  void everyReadAcrossTheFleetSaysWhatOnlyTheFleetAnswersWith() {
    assertThat(operations)
        .filteredOn(each -> parameters(each).contains("require_complete"))
        .hasSize(10)
        .allSatisfy(each ->
            assertThat(codes(each))
                .as(each.name())
                .contains("INVALID_SELECTOR", "COVERAGE_INCOMPLETE", "ANSWER_TOO_LARGE"));
  }

  private static List<String> parameters(Operation operation) {
    return operation.json().path("parameters").findValuesAsText("name");
  }

  @Test
  void everyOperationSaysWhatItIsAndWhatCanHappen() {
    var softly = new SoftAssertions();
    for (Operation each : operations) {
      softly.assertThat(each.id()).as(each.name()).matches("[a-z][A-Za-z]+");
      softly.assertThat(each.has("summary")).as("summary of " + each.name()).isTrue();
      softly.assertThat(each.has("description")).as("description of " + each.name()).isTrue();
      softly.assertThat(each.json().path("tags")).as("tag of " + each.name()).hasSize(1);
      softly.assertThat(codes(each)).as("problems of " + each.name()).isNotEmpty();
      softly.assertThat(each.takes("RequestId")).as(each.name()).isTrue();
      softly
          .assertThat(each.takes("IdempotencyKey"))
          .as("Idempotency-Key of " + each.name())
          .isEqualTo(each.method().equals("post"));
    }
    softly.assertAll();
    assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void everyHeaderHasASchemaAndEveryTagADescription() throws IOException {
    JsonNode api = new ObjectMapper().readTree(READ_OFF_THE_CLASSES);
    var described = new ArrayList<JsonNode>();
    operations.forEach(each -> each.json().path("responses").forEach(described::add));
    api.path("components").path("responses").forEach(described::add);
    assertThat(described)
        .flatExtracting(response -> List.copyOf(response.path("headers").properties()))
        .isNotEmpty()
        .allMatch(header -> header.getValue().has("$ref") || header.getValue().has("schema"));
    assertThat(api.path("tags"))
        .isNotEmpty()
        .allSatisfy(tag -> assertThat(tag.path("description").asText()).isNotBlank());
  }

  @Test
  void everyExampleAndEveryEnumIsOfTheTypeThatItsSchemaSays() throws IOException {
    JsonNode api = new ObjectMapper().readTree(READ_OFF_THE_CLASSES);
    var softly = new SoftAssertions();
    api.findParents("enum")
        .forEach(schema -> {
          schema.path("enum").forEach(value -> isOfItsType(softly, schema, value));
        });
    api.findParents("example")
        .forEach(each -> {
          isOfItsType(softly, each.path("schema"), each.path("example"));
        });
    softly.assertAll();
  }

  private static void isOfItsType(SoftAssertions softly, JsonNode schema, JsonNode value) {
    switch (schema.path("type").asText()) {
      case "string" -> softly.assertThat(value.isTextual()).as("text: %s", value).isTrue();
      case "array" -> softly.assertThat(value.isArray()).as("a list: %s", value).isTrue();
      case "integer" -> softly.assertThat(value.isInt()).as("a number: %s", value).isTrue();
      case "boolean" -> softly.assertThat(value.isBoolean()).as("yes or no: %s", value).isTrue();
      default -> {}
    }
  }

  private static Set<String> codes(Operation operation) {
    var codes = new HashSet<String>();
    operation
        .json()
        .path("responses")
        .forEach(response ->
            response
                .path("content")
                .path("application/problem+json")
                .path("examples")
                .fieldNames()
                .forEachRemaining(codes::add));
    return codes;
  }

  @Test
  void everyBodyHasAnExample() {
    var softly = new SoftAssertions();
    for (Operation each : operations) {
      if (each.json().has("requestBody")) {
        hasExamples(softly, each.name(), each.json().path("requestBody"));
      }
      each.json()
          .path("responses")
          .properties()
          .forEach(response ->
              hasExamples(softly, each.name() + " " + response.getKey(), response.getValue()));
    }
    softly.assertAll();
  }

  /** Without a media type on {@code @Content} or the resource, the document would have none. */
  @Test
  void everySuccessHasABodyButNoContent() {
    var softly = new SoftAssertions();
    for (Operation each : operations) {
      each.json()
          .path("responses")
          .properties()
          .forEach(response -> {
            if (!response.getValue().has("$ref")) {
              softly
                  .assertThat(response.getValue().path("content").isEmpty())
                  .as("nothing in %s %s", each.name(), response.getKey())
                  .isEqualTo(response.getKey().equals("204"));
            }
          });
    }
    softly.assertAll();
  }

  private static void hasExamples(SoftAssertions softly, String where, JsonNode described) {
    described
        .path("content")
        .properties()
        .forEach(content ->
            softly
                .assertThat(content.getValue().has("example") || content.getValue().has("examples"))
                .as("an example of %s as %s", where, content.getKey())
                .isTrue());
  }

  /** An example that the API could not give would mislead. */
  @Test
  void everyExampleOfAnAnswerIsOneTheApiCouldGive() {
    var softly = new SoftAssertions();
    for (Operation each : operations) {
      each.json()
          .path("responses")
          .properties()
          .forEach(response -> fits(softly, each, response.getKey(), response.getValue()));
    }
    softly.assertAll();
  }

  private static void fits(
      SoftAssertions softly, Operation operation, String status, JsonNode response) {
    JsonNode example = response.path("content").path("application/json").path("example");
    if (!example.isMissingNode()) {
      var report =
          ApiContract.validator()
              .validateResponse(
                  operation.path(),
                  Request.Method.valueOf(operation.method().toUpperCase(Locale.ROOT)),
                  SimpleResponse.Builder.status(Integer.parseInt(status))
                      .withContentType("application/json")
                      .withBody(example.toString())
                      .build());
      softly
          .assertThat(report.getMessages())
          .as("example of %s %s", operation.name(), status)
          .isEmpty();
    }
  }
}
