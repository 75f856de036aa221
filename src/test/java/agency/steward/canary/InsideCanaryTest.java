package agency.steward.canary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.Client;
import agency.steward.testing.LogCapture;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Secrets that pass through a workspace: the token of a transfer, and what webhooks send along. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class InsideCanaryTest {
  private static final String CHANGE = "/workspaces/current/change-owner";
  private static final List<Integer> REFUSALS =
      List.of(400, 401, 402, 403, 404, 409, 422, 429, 500);
  private static final String SEED =
      """
      {"members":[{"email":"olga@x.example","role":"owner","accepted":true},\
      {"email":"ann@x.example","role":"admin","accepted":true}],\
      "webhooks":[{"target_hook_url":"https://crm.example/in","headers":{"Authorization":"%s"}}]}\
      """;

  @Inject Registered registered;
  @Inject Database database;

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  private final Answers answers = new Answers();
  private final Secret header = new Secret("a webhook's header", "CANARY-" + UUID.randomUUID());
  private final Secret wrong = new Secret("a wrong token", "CANARY-" + UUID.randomUUID());

  @Test
  void accident17_noTokenOfATransferAndNoHeaderOfAWebhookAppearsAnywhere() {
    try (var logs = LogCapture.everything("steward.access")) {
      Client client = Client.of(registered, SEED.formatted(header.value()));
      webhooksAreListed(client);
      transferredInEveryWrongWay(client);
      REFUSALS.forEach(status -> refusedByInstantlyWhichRepeatsTheToken(client, status));
      var right = new Secret("the right token", SandboxControl.sec(client.sandbox().id()));
      transferred(client, right);

      Map<String, String> tables = database.tables();
      assertThatTheSearchFindsWhatIsThere(client, logs.text(), tables);
      var found = new ArrayList<String>();
      for (Secret secret : List.of(header, wrong, right)) {
        secret.in("the log", logs.text()).ifPresent(found::add);
        secret.in("an answer", answers.text()).ifPresent(found::add);
        tables.forEach((table, rows) -> secret.in(table, rows).ifPresent(found::add));
        secret.in("the metrics", given().get(metrics).asString()).ifPresent(found::add);
      }
      assertThat(found).isEmpty();
    }
  }

  private void webhooksAreListed(Client client) {
    assertThat(as(client).get(client.path("webhooks")).asString()).contains("sha256:");
    for (String format : List.of("json", "ndjson", "csv")) {
      String fleet = "/v1/webhooks?format=" + format + "&workspace_id=" + client.id();
      assertThat(as(client).get(fleet).asString()).contains("sha256:");
    }
  }

  private void transferredInEveryWrongWay(Client client) {
    String token = wrong.value();
    for (String body :
        List.of(
            body("ann", token),
            body("nobody", token),
            body("olga", token),
            body("ann", token + "\\n"),
            body("ann", token.repeat(100)),
            "{\"email\":\"ann@x.example\",\"sec\":[\"" + token + "\"]}",
            "{\"email\":\"ann@x.example\",\"sec\":{\"value\":\"" + token + "\"}}",
            "{\"email\":\"ann@x.example\",\"token\":\"" + token + "\"}",
            "{\"email\":\"ann@x.example\",\"sec\":\"" + token,
            "\"" + token + "\"",
            token)) {
      as(client).body(body).post(client.path("owner"));
    }
    as(client).body(body("ann", token)).post(client.path("owner") + "?sec=" + token);
    as(client).get(client.path("owner") + "?sec=" + token);
  }

  private void refusedByInstantlyWhichRepeatsTheToken(Client client, int status) {
    client.behave(
        "POST",
        CHANGE,
        "\"fail\":{\"status\":%d,\"message\":\"%s is no token\",\"times\":1}"
            .formatted(status, wrong.value()));
    as(client)
        .header("Idempotency-Key", "transfer-" + status)
        .body(body("ann", wrong.value()))
        .post(client.path("owner"));
    as(client).get("/v1/ledger?workspace_id=" + client.id());
  }

  private void transferred(Client client, Secret right) {
    for (int i = 0; i < 2; i++) {
      Response answer =
          as(client)
              .header("Idempotency-Key", "transfer")
              .body(body("ann", right.value()))
              .post(client.path("owner"));
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
      as(client).get("/v1/change-sets/" + answer.getHeader("Steward-Change-Set") + "/changes");
    }
    as(client).get("/v1/ledger?workspace_id=" + client.id());
  }

  private void assertThatTheSearchFindsWhatIsThere(
      Client client, String log, Map<String, String> tables) {
    var name = new Secret("the workspace", client.id());
    assertThat(name.in("the log", log)).isPresent();
    assertThat(name.in("the answers", answers.text())).isPresent();
    assertThat(name.in("the ledger", tables.get("public.ledger_entry"))).isPresent();
    assertThat(tables.get("public.ledger_entry")).contains("workspace.owner_transfer");
    assertThat(answers.text())
        .contains("REFUSED_BY_INSTANTLY", "UPSTREAM_ERROR", "Idempotency-Replayed");
  }

  private static String body(String person, String sec) {
    return "{\"email\":\"%s@x.example\",\"sec\":\"%s\"}".formatted(person, sec);
  }

  private RequestSpecification as(Client client) {
    return client.admin().filter(answers);
  }
}
