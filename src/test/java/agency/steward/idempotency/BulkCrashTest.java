package agency.steward.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.Asking;
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

/** A change set of many rows is stored, and its process died before it could say so. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class BulkCrashTest {
  private static final String PATH = "/v1/change-sets";

  @Inject Registered registered;
  @Inject KeyedRequests requests;

  private final String ann = "ann-" + UUID.randomUUID();
  private final String key = UUID.randomUUID().toString();

  private Response posted(String body) {
    return Asked.json(Asking.as(ann, "agency-admin").header(KeyedRequests.HEADER, key), body);
  }

  @Test
  void whoRepeatsTheRequestIsShownTheSetThatCameOfIt() {
    Tenant tenant = Tenant.of(registered, "zoe admin", "bob view");
    String body = Asked.spec("remove", "{\"emails\":[\"bob@x.example\"]}", tenant);
    String id = posted(body).then().statusCode(201).extract().path("id");
    Records.crash(requests.id("sub:" + ann, "POST", PATH, key));

    Response again = posted(body);

    again.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(id));
    assertThat(again.header("Location")).endsWith(PATH + "/" + id);
    Asking.as(ann, "agency-admin")
        .get(PATH + "?created_by=sub:" + ann)
        .then()
        .body("items", hasSize(1));
  }
}
