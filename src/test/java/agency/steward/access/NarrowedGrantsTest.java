package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import agency.steward.access.grant.Narrowing;
import agency.steward.testing.Granted;
import agency.steward.testing.OwnProfile;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a profile where its grant is narrowed to tags. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class NarrowedGrantsTest {
  private static final Set<Right> LEFT = EnumSet.of(Right.CAMPAIGN_READ, Right.ACCOUNT_READ);

  private final String unique = UUID.randomUUID().toString();
  private final String sam = "sam-" + unique;

  @Inject Registered registered;
  @Inject Granted granted;

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftButReadingWhatIsTagged(Right right) {
    Workspace workspace = workspace(Map.of());
    granted.tagged("sub:" + sam, "admin", workspace, "vip");

    door("/in/" + workspace.id(), right).statusCode(403);
    if (LEFT.contains(right)) {
      assertThat(inside(workspace, right)).containsExactly("vip");
      assertThat(everywhere(right)).isEqualTo(Map.of(workspace.id().toString(), List.of("vip")));
    } else {
      door("/narrowed/" + workspace.id(), right).statusCode(403);
      assertThat(everywhere(right)).isEmpty();
    }
  }

  @Test
  void theRefusalSaysThatTheGrantIsNarrowed() {
    Workspace workspace = workspace(Map.of());
    granted.tagged("sub:" + sam, "admin", workspace, "vip");

    door("/in/" + workspace.id(), Right.MEMBER_READ)
        .body("detail", containsString("narrowed to tags"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CAMPAIGN_READ", "MEMBER_READ"})
  void elsewhereTheyAreNobody(Right right) {
    granted.tagged("sub:" + sam, "admin", workspace(Map.of()), "vip");
    Workspace elsewhere = workspace(Map.of());

    door("/in/" + elsewhere.id(), right).statusCode(404);
    door("/narrowed/" + elsewhere.id(), right).statusCode(404);
  }

  @Test
  void tagsOfSeveralGrantsUniteAndTheWholeWins() {
    Workspace tagged = workspace(Map.of("client", "c-" + unique));
    Workspace whole = workspace(Map.of("client", "c-" + unique));
    granted.tagged("sub:" + sam, "viewer", tagged, "vip");
    granted.tagged("sub:" + sam, "manager", tagged, "Q3", "vip");
    granted.tagged("sub:" + sam, "viewer", whole, "vip");
    assertThat(inside(tagged, Right.ACCOUNT_READ)).containsExactly("Q3", "vip");

    granted.in("sub:" + sam, "viewer", whole);

    assertThat(inside(tagged, Right.ACCOUNT_READ)).containsExactly("Q3", "vip");
    assertThat(inside(whole, Right.ACCOUNT_READ)).containsExactly("*");
    assertThat(everywhere(Right.ACCOUNT_READ))
        .isEqualTo(
            Map.of(
                tagged.id().toString(), List.of("Q3", "vip"), whole.id().toString(), List.of("*")));

    granted.where("sub:" + sam, "viewer", "client=c-" + unique);
    assertThat(inside(tagged, Right.ACCOUNT_READ)).containsExactly("*");
  }

  @Test
  void aFleetRoleReadsTheWhole() {
    Workspace workspace = workspace(Map.of());

    given()
        .header("Authorization", Tokens.bearer("x", "agency-auditor"))
        .get("/v1/test-door/campaign_read/narrowed/{id}", workspace.id().toString())
        .then()
        .statusCode(200)
        .body(containsString("*"));
  }

  @Test
  void aNarrowedProfileIsNoCeilingToHandOut() {
    Workspace workspace = workspace(Map.of());
    granted.tagged("sub:" + sam, "admin", workspace, "vip");
    granted.in("sub:" + sam, "viewer", workspace);

    door("/in/" + workspace.id(), Right.MEMBER_INVITE).statusCode(403);
  }

  @Test
  void whoReadsNothingButAccountsOfATagKnowsTheirWorkspace() {
    Workspace workspace = workspace(Map.of());
    String accounts = OwnProfile.of("{'instantly_role':'view','rights':{'accounts':['view']}}");
    granted.tagged("sub:" + sam, accounts, workspace, "vip");

    assertThat(inside(workspace, Right.ACCOUNT_READ)).containsExactly("vip");
    door("/narrowed/" + workspace.id(), Right.CAMPAIGN_READ).statusCode(403);
  }

  @Test
  void noTagAtAllIsNoNarrowing() {
    assertThatThrownBy(() -> new Narrowing.Tagged(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    Workspace workspace = workspace(Map.of());
    Narrowed nothing = Narrowed.of(List.of());
    assertThatThrownBy(() -> nothing.in().apply(workspace))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> inside(Workspace workspace, Right right) {
    return door("/narrowed/" + workspace.id(), right).statusCode(200).extract().path("$");
  }

  private Map<String, List<String>> everywhere(Right right) {
    return door("/narrowed", right).statusCode(200).extract().path("$");
  }

  private ValidatableResponse door(String path, Right right) {
    return given()
        .header("Authorization", Tokens.bearer(sam))
        .get("/v1/test-door/" + right.wire() + path)
        .then();
  }

  private Workspace workspace(Map<String, String> labels) {
    return registered.onPaper("narrowed-" + UUID.randomUUID(), labels);
  }
}
