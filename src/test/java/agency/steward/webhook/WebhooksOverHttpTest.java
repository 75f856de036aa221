package agency.steward.webhook;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;

import agency.steward.testing.Asking;
import agency.steward.testing.Client;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class WebhooksOverHttpTest {
  private static final String SECRET = "CANARY-" + UUID.randomUUID();
  private static final String HOOK =
      "{\"target_hook_url\":\"https://crm.example/in\",\"name\":\"CRM\",\"headers\":{\"Authorization\":\"%s\"}}"
          .formatted(SECRET);

  @Inject Registered registered;
  @Inject Granted granted;

  private static String seed(int hooks) {
    return "{\"webhooks\":[" + String.join(",", Collections.nCopies(hooks, HOOK)) + "]}";
  }

  @Test
  void aWebhookIsShownWithoutTheValuesOfItsHeaders() {
    Client client = Client.of(registered, seed(1));

    client
        .get("webhooks")
        .then()
        .statusCode(200)
        .body("items[0].workspace_id", equalTo(client.id()))
        .body("items[0].organization", equalTo(client.sandbox().id()))
        .body("items[0].target_hook_url", equalTo("https://crm.example/in"))
        .body("items[0].status", equalTo(1))
        .body("items[0].headers.Authorization", matchesRegex("sha256:[0-9a-f]{12}"));
    for (String format : new String[] {"json", "ndjson", "csv"}) {
      assertThat(fleet(client, "&format=" + format).asString())
          .contains("https://crm.example/in", "sha256:")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void manyArePagedToTheirEnd() {
    Client client = Client.delegated(registered, seed(120));

    String token =
        client
            .get("webhooks?page_size=100")
            .then()
            .body("items", hasSize(100))
            .extract()
            .path("next_page_token");
    client
        .get("webhooks?page_size=100&page_token=" + token)
        .then()
        .statusCode(200)
        .body("items", hasSize(20));
  }

  @Test
  void whoMayNotIsRefusedAndWhatIsNotUnderstoodToo() {
    Client client = Client.of(registered, seed(1));
    String viewer = "viewer-" + UUID.randomUUID();
    granted.in("sub:" + viewer, "viewer", client.workspace());

    problem(Asking.as(viewer).get(client.path("webhooks")), 403, "FORBIDDEN");
    problem(Asking.as("stranger").get(client.path("webhooks")), 404, "WORKSPACE_NOT_FOUND");
    problem(client.get("webhooks?page_size=x"), 400, "INVALID_PARAMETER");
    problem(fleet(client, "&deadline=soon"), 400, "INVALID_PARAMETER");
    assertThat(client.calls()).isEmpty();
  }

  private static io.restassured.response.Response fleet(Client client, String more) {
    return client.admin().get("/v1/webhooks?workspace_id=" + client.id() + more);
  }
}
