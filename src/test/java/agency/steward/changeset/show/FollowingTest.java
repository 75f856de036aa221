package agency.steward.changeset.show;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.grant.Grant;
import agency.steward.access.grant.Grants;
import agency.steward.changeset.attempt.QuickSleeper;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A set that stands still is told of for as long as it may be seen. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class FollowingTest {
  @Inject Registered registered;
  @Inject Granted granted;
  @Inject Grants grants;
  @Inject QuickSleeper sleeper;

  private final String gus = "gus-" + UUID.randomUUID();
  private Grant grant;
  private Asked set;

  @BeforeEach
  void aSetThatNobodyApplies() {
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    grant = granted.in("sub:" + gus, "admin", tenant.workspace());
    set = Asked.byAdmin("ann", "remove", "{\"emails\":[\"bob@x.example\"]}", tenant);
  }

  /** Until the stream ends. */
  private String told(String token) {
    return CompletableFuture.supplyAsync(
            () -> given().header("Authorization", token).get(set.path("/events")).asString())
        .orTimeout(1, TimeUnit.MINUTES)
        .join();
  }

  @Test
  void whoLosesTheGrantIsToldNoMore() {
    sleeper.meanwhile(
        () -> QuarkusTransaction.requiringNew().run(() -> grants.revoke(grant.id(), "sub:ann")));

    assertThat(told(Tokens.bearer(gus))).contains("event: snapshot").doesNotContain("event: done");
  }

  @Test
  void whoseTokenEndsIsToldNoMore() {
    long end = Instant.now().getEpochSecond() + 3;

    String told =
        told(Tokens.bearer(gus, claims -> claims.setExpirationTime(NumericDate.fromSeconds(end))));

    assertThat(told).contains("event: snapshot").doesNotContain("event: done");
  }
}
