package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation there is, asked by those who may the least. An operation that is new is in here
 * by itself: it has to ask for access before it looks at anything else.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class EveryOperationTest {
  /** What everybody who is known may read: nothing of it belongs to a workspace. */
  private static final Set<String> OPEN =
      Set.of("/v1/me", "/v1/profiles", "/v1/profiles/{name}", "/v1/guard-policy");

  private static final String WORKSPACES = "/v1/workspaces/{";

  /** Not a record of JAX-RS' own: read from the classes, as they are deployed. */
  record Operation(String verb, String path) {
    boolean isRead() {
      return verb.equals("GET");
    }

    /** In this workspace where it is about one; about things that do not exist otherwise. */
    String in(String workspace) {
      String placed = path.startsWith(WORKSPACES) ? path.replaceFirst("\\{\\w+}", workspace) : path;
      return placed.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  @Inject Registered registered;

  static Stream<Operation> operations() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("agency.steward")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(EveryOperationTest::operations)
            .filter(operation -> operation.path().startsWith("/v1/"));
  }

  private static Stream<Operation> operations(JavaClass resource) {
    String base = resource.getAnnotationOfType(Path.class).value();
    return resource.getMethods().stream()
        .flatMap(method -> verb(method).map(verb -> new Operation(verb, path(base, method))));
  }

  private static Stream<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
        .map(annotation -> annotation.getRawType().getAnnotationOfType(HttpMethod.class).value());
  }

  private static String path(String base, JavaMethod method) {
    String below =
        method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
    return (base + (below.isEmpty() || below.startsWith("/") ? "" : "/") + below)
        .replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
  }

  @Test
  void thereAreOperations() {
    assertThat(operations())
        .extracting(Operation::toString)
        .contains("GET /v1/me", "POST /v1/grants", "DELETE /v1/grants/{grant_id}");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoIsNobodyIsTurnedAway(Operation operation) {
    String path = operation.in(UUID.randomUUID().toString());
    assertThat(given().request(operation.verb(), path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoHoldsNothingGetsNothing(Operation operation) {
    Response answer = ask(operation, workspace(), Tokens.bearer("nobody-" + UUID.randomUUID()));

    if (operation.isRead() && answer.statusCode() == 200) {
      List<?> items = answer.path("items");
      assertThat(OPEN.contains(operation.path()) || items.isEmpty()).isTrue();
    } else {
      assertThat(answer.statusCode()).as(answer.asString()).isIn(403, 404);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anAuditorReadsEverythingAndChangesNothing(Operation operation) {
    Response answer = ask(operation, workspace(), Tokens.bearer("aud", "agency-auditor"));

    if (operation.isRead()) {
      assertThat(answer.statusCode()).as(answer.asString()).isNotIn(401, 403, 405, 500);
    } else {
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void automationDeletesNothing(Operation operation) {
    if (operation.verb().equals("DELETE")) {
      Response answer = ask(operation, workspace(), Tokens.bearer("bot", "agency-automation"));
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
    }
  }

  private String workspace() {
    return registered.onPaper("operation-" + UUID.randomUUID(), Map.of()).id().toString();
  }

  private static Response ask(Operation operation, String workspace, String bearer) {
    var request = given().header("Authorization", bearer);
    if (Set.of("POST", "PUT", "PATCH").contains(operation.verb())) {
      request.contentType("application/json").body("{}");
    }
    return request.request(operation.verb(), operation.in(workspace));
  }
}
