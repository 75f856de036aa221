package agency.steward.apikey;

import static agency.steward.testing.Asking.problem;
import static org.hamcrest.Matchers.contains;

import agency.steward.testing.Asking;
import agency.steward.testing.Granted;
import agency.steward.testing.OwnProfile;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Escalation in two steps: a profile of the agency's own that may make keys, and a mightier key.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class OwnProfileKeysTest {
  private static final String MINTER =
      "{'instantly_role':'editor','rights':{'campaigns':['view'],'leads':['view','import'],"
          + "'members':['view'],'api_keys':['view','create']}}";

  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "k" + UUID.randomUUID();

  private Response mint(String terms) {
    Tenant tenant = Tenant.of(registered);
    granted.in("sub:" + who, OwnProfile.of(MINTER), tenant.workspace());
    return Asking.as(who)
        .body("{\"name\":\"%s\",%s}".formatted(who, terms.replace('\'', '"')))
        .post("/v1/workspaces/" + tenant.workspace().id() + "/api-keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'scopes':['campaigns:read','leads:read']",
        "'scopes':['leads:create','workspace_members:read']",
        "'profile':'lead_reader'"
      })
  void aKeyWithinTheirRightsIsMade(String terms) {
    mint(terms).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'scopes':['all:all']",
        "'scopes':['campaigns:read','campaigns:update']",
        "'scopes':['leads:all']",
        "'scopes':['workspace_members:create']",
        "'scopes':['api_keys:create']",
        "'scopes':['api_keys:read']",
        "'scopes':['workspaces:update']",
        "'scopes':['emails:read']",
        "'profile':'admin'",
        "'profile':'viewer'",
        "'profile':'campaign_management'"
      })
  void aKeyAboveTheirRightsIsNot(String terms) {
    problem(mint(terms), 403, "PRIVILEGE_CEILING").body("errors.pointer", contains("/scopes"));
  }

  /** Somebody else's profile of the agency's own is no way around it. */
  @Test
  void theScopesOfAnotherOwnProfileCountAsTheyAre() {
    String mighty =
        OwnProfile.of(
            "{'instantly_role':'view','key_scopes':['campaigns:all'],"
                + "'rights':{'campaigns':['view','create','edit','delete']}}");

    problem(mint("'profile':'" + mighty + "'"), 403, "PRIVILEGE_CEILING");
  }
}
