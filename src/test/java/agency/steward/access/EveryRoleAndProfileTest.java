package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.caller.FleetRole;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.testing.Granted;
import agency.steward.testing.Operations;
import agency.steward.testing.Operations.Operation;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, asked by every fleet role and by the holder of every profile, whole and narrowed
 * to tags: what it answers is what its {@link Needs} and the table of {@link Right} say. A new
 * operation is in here by itself.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class EveryRoleAndProfileTest {
  private static final Set<String> REFUSALS =
      Set.of("FORBIDDEN", "UNAUTHENTICATED", "WORKSPACE_NOT_FOUND");

  private final String unique = UUID.randomUUID().toString();

  @Inject Registered registered;
  @Inject Granted granted;

  static List<Operation> operations() {
    return Operations.all();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void mayWhatTheTableSays(Operation operation) {
    Needs needs = operation.needs();
    for (Profile profile : Profiles.builtIn()) {
      Workspace workspace = workspace();
      String holder = profile.name() + "-" + unique;
      granted.in("sub:" + holder, profile.name(), workspace);
      check(operation, workspace, Tokens.bearer(holder), inWorkspaces(needs, r -> r.isOf(profile)));
    }
    for (FleetRole role : FleetRole.values()) {
      check(
          operation,
          workspace(),
          Tokens.bearer(role.wire() + "-" + unique, role.wire()),
          all(needs, right -> right.isOf(role)));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aGrantNarrowedToTagsLeavesWhatTheTableSays(Operation operation) {
    var tags = new Narrowing.Tagged(Set.of("vip"));
    Profile admin = Profiles.builtIn().getFirst();
    Workspace workspace = workspace();
    granted.tagged("sub:narrowed-" + unique, admin.name(), workspace, "vip");

    check(
        operation,
        workspace,
        Tokens.bearer("narrowed-" + unique),
        inWorkspaces(operation.needs(), right -> right.isOf(admin, tags)));
  }

  private static boolean inWorkspaces(Needs needs, Predicate<Right> held) {
    boolean forAnybody = needs.value().length == 0;
    return forAnybody || needs.where() != Needs.Where.AGENCY && all(needs, held);
  }

  private static boolean all(Needs needs, Predicate<Right> held) {
    return Arrays.stream(needs.value()).allMatch(held);
  }

  private static void check(Operation operation, Workspace workspace, String bearer, boolean may) {
    Response answer = ask(operation, workspace, bearer);
    String said = operation + " answered " + answer.statusCode() + " " + answer.asString();

    assertThat(answer.statusCode()).as(said).isNotIn(401, 405, 500);
    if (operation.isOverTheFleet() && answer.statusCode() == 200) {
      assertThat(isMissed(answer)).as(said).isEqualTo(!may);
    } else if (may) {
      assertThat(code(answer)).as("may, but " + said).isNotIn(REFUSALS);
    } else if (operation.needs().where() != Needs.Where.EACH_WORKSPACE) {
      assertThat(answer.statusCode()).as("may not, but " + said).isEqualTo(403);
    } else if (answer.statusCode() == 200) {
      assertThat(answer.jsonPath().getList("items")).as("may not, but " + said).isEmpty();
    } else {
      assertThat(answer.statusCode()).as("may not, but " + said).isIn(403, 404);
    }
  }

  /** Whether the fleet's answer says of the one workspace asked about that there is none. */
  private static boolean isMissed(Response answer) {
    return answer.jsonPath().getList("coverage.failures.code").contains("WORKSPACE_NOT_FOUND");
  }

  private static String code(Response answer) {
    return answer.contentType().contains("problem+json")
        ? Optional.ofNullable(answer.<String>path("code")).orElse("")
        : "";
  }

  private static Response ask(Operation operation, Workspace workspace, String bearer) {
    var request = given().header("Authorization", bearer);
    if (!operation.isRead() && !operation.verb().equals("DELETE")) {
      request.contentType("application/json");
    }
    if (operation.takesBody()) {
      request.body("{}");
    }
    if (operation.isOverTheFleet()) {
      request.queryParam("workspace_id", workspace.id().toString());
    }
    String path = operation.in(workspace.id().toString(), UUID.randomUUID().toString());
    return request.request(operation.verb(), path);
  }

  private Workspace workspace() {
    return registered.onPaper("matrix-" + UUID.randomUUID(), Map.of());
  }
}
