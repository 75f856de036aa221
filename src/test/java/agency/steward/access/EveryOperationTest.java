package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
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

  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
  private static final String WORKSPACES = "/v1/workspaces/{";

  /** One method of one path, read from the compiled classes. */
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

  /** All that is left of a profile where the grant is narrowed to tags. */
  private static final Set<String> TAGGED =
      Set.of(
          "/v1/campaigns",
          "/v1/accounts",
          "/v1/workspaces/{workspace_id}/campaigns",
          "/v1/workspaces/{workspace_id}/accounts");

  @Inject Registered registered;
  @Inject Granted granted;

  static Stream<Operation> operations() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(EveryOperationTest::loaded)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .flatMap(EveryOperationTest::operations)
          .filter(operation -> operation.path().startsWith("/v1/"))
          .sorted(Comparator.comparing(Operation::toString))
          .toList()
          .stream();
    }
  }

  private static Class<?> loaded(java.nio.file.Path file) {
    String name = CLASSES.relativize(file).toString().replace('/', '.').replace(".class", "");
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Operation> operations(Class<?> resource) {
    String base = resource.getAnnotation(Path.class).value();
    return Stream.of(resource.getDeclaredMethods())
        .flatMap(method -> verb(method).map(verb -> new Operation(verb, path(base, method))));
  }

  private static Stream<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value);
  }

  private static String path(String base, Method method) {
    Path below = method.getAnnotation(Path.class);
    String relative = below == null ? "" : below.value();
    return (base + (relative.isEmpty() || relative.startsWith("/") ? "" : "/") + relative)
        .replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
  }

  @Test
  void thereAreOperations() throws IOException {
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
      if (!OPEN.contains(operation.path())) {
        assertThat(answer.jsonPath().getList("items")).as(answer.asString()).isNotNull().isEmpty();
      }
    } else {
      assertThat(answer.statusCode()).as(answer.asString()).isIn(403, 404);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoIsNarrowedToTagsGetsNothingButWhatMayBeTagged(Operation operation) {
    Workspace workspace = registered.onPaper("operation-" + UUID.randomUUID(), Map.of());
    String subject = "narrowed-" + UUID.randomUUID();
    granted.tagged("sub:" + subject, "admin", workspace, "vip");

    Response answer = ask(operation, workspace.id().toString(), Tokens.bearer(subject));

    if (operation.isRead() && TAGGED.contains(operation.path())) {
      assertThat(answer.statusCode()).as(answer.asString()).isNotIn(401, 403, 404, 500);
    } else if (operation.isRead() && answer.statusCode() == 200) {
      if (!OPEN.contains(operation.path())) {
        assertThat(answer.jsonPath().getList("items")).as(answer.asString()).isNotNull().isEmpty();
      }
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

  @ParameterizedTest
  @MethodSource("operations")
  void aParameterThatDoesNotExistIsNoneAnywhere(Operation operation) {
    Response answer =
        ask(operation, workspace(), Tokens.bearer("ann", "agency-admin"), "?no_such_parameter=1");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("UNKNOWN_PARAMETER");
  }

  private String workspace() {
    return registered.onPaper("operation-" + UUID.randomUUID(), Map.of()).id().toString();
  }

  private static Response ask(Operation operation, String workspace, String bearer) {
    return ask(operation, workspace, bearer, "");
  }

  private static Response ask(Operation operation, String workspace, String bearer, String query) {
    var request = given().header("Authorization", bearer);
    if (Set.of("POST", "PUT", "PATCH").contains(operation.verb())) {
      request.contentType("application/json").body("{}");
    }
    return request.request(operation.verb(), operation.in(workspace) + query);
  }
}
