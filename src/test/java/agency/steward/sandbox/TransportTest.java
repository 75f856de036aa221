package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 1.1 and 5. */
class TransportTest {
  private final Instantly instantly = Box.SHARED.workspace("{}");

  @Test
  void aCallWithoutUserAgentIsBlockedAtTheEdgeInPlainText() {
    String answer =
        Http.raw(
            Box.SHARED.url(),
            "GET /api/v2/workspaces/current HTTP/1.1",
            "Host: api.instantly.ai",
            "Authorization: Bearer " + instantly.key(),
            "Connection: close");

    assertThat(answer)
        .startsWith("HTTP/1.1 403")
        .contains("text/plain")
        .endsWith("error code: 1010");
  }

  @Test
  void aCallWithoutAuthorizationHeaderIs401() {
    Reply reply =
        Http.send(Http.request(Box.SHARED.url(), "GET", "/api/v2/workspaces/current", ""));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.message()).isEqualTo("Missing Authorization header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Bearer nobody's", "Basic abc", "nonsense"})
  void aKeyThatNobodyHasIs401(String authorization) {
    Reply reply =
        Http.send(
            Http.request(
                Box.SHARED.url(),
                "GET",
                "/api/v2/workspaces/current",
                "",
                "Authorization",
                authorization));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.message()).isEqualTo("Invalid authorization header");
  }

  @Test
  void aKeyBelongsToOneWorkspaceAndTellsWhich() {
    assertThat(instantly.get("workspaces/current").text("id")).isEqualTo(instantly.workspace());
  }

  @Test
  void errorsAreStatusCodeAndReasonAndMessageAndNothingElse() {
    Reply reply = instantly.get("workspace-members/nobody");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json())
        .isEqualTo(
            Reply.json(
                """
                {"statusCode":404,"error":"Not Found","message":"Resource not found"}\
                """));
  }

  @Test
  void aPathThatDoesNotExistIs404() {
    Reply reply = instantly.lenient().get("workspaces");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.message()).isEqualTo("Route GET:/api/v2/workspaces not found");
  }

  @Test
  void workspacesCannotBeCreated() {
    assertThat(instantly.lenient().post("workspaces/create", "{'name':'x'}").status())
        .isEqualTo(404);
  }

  @Test
  void noAnswerCarriesRateLimitHeaders() {
    assertThat(instantly.get("workspaces/current").raw().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("ratelimit"));
  }

  @Test
  void anIdempotencyKeyChangesNothing() {
    String body = "{'label':'once'}";
    assertThat(instantly.post("custom-tags", body, "Idempotency-Key", "k").status()).isEqualTo(200);
    assertThat(instantly.post("custom-tags", body, "Idempotency-Key", "k").status()).isEqualTo(409);
  }
}
