package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 5: what is no body at all. */
class BodiesTest {
  private final Instantly instantly = Box.SHARED.workspace("{}");

  private Reply post(String body, String... headers) {
    return Http.send(
        Http.request(Box.SHARED.url(), "POST", "/api/v2/custom-tags", body, headers)
            .header("Authorization", "Bearer " + instantly.key()));
  }

  @Test
  void noBodyIsNoObject() {
    assertThat(post("").message()).isEqualTo("body must be object");
  }

  @Test
  void nothingThatSaysItIsJsonIs400() {
    assertThat(post("", "Content-Type", "application/json").message())
        .isEqualTo("Body cannot be empty when content-type is set to 'application/json'");
  }

  @Test
  void brokenJsonIs400() {
    assertThat(post("{'label':", "Content-Type", "application/json").status()).isEqualTo(400);
    assertThat(post("{'label':'x'} y", "Content-Type", "application/json").status()).isEqualTo(400);
  }

  @Test
  void anotherContentTypeIs415() {
    assertThat(post("label=x", "Content-Type", "text/plain").status()).isEqualTo(415);
    assertThat(post("{'label':'x'}").status()).isEqualTo(415);
    assertThat(post("{'label':'x'}", "Content-Type", "application/json; charset=utf-8").status())
        .isEqualTo(200);
  }

  @Test
  void aBodyOverAMebibyteIs413() {
    String label = "x".repeat(1 << 20);

    assertThat(post("{'label':'" + label + "'}", "Content-Type", "application/json").status())
        .isEqualTo(413);
  }

  @Test
  void textOfEveryKindComesBackAsItWas() {
    String label = "a\\\"b\\\\c\\u0001\\t é 漢 🦊 \\u007f";

    Reply created = post("{'label':'" + label + "'}", "Content-Type", "application/json");

    assertThat(created.text("label")).isEqualTo("a\"b\\c\u0001\t é 漢 🦊 \u007f".strip());
  }

  @Test
  void aQueryThatCannotBeDecodedIs400() {
    String answer =
        Http.raw(
            Box.SHARED.url(),
            "GET /api/v2/custom-tags?search=%zz HTTP/1.1",
            "Host: api.instantly.ai",
            "User-Agent: test",
            "Authorization: Bearer " + instantly.key(),
            "Connection: close");

    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(
            Http.raw(
                Box.SHARED.url(),
                "GET /_sandbox/journal?after=%zz HTTP/1.1",
                "Host: api.instantly.ai",
                "Connection: close"))
        .startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "%2F", "%00", "a%2Fb", "%F0%9F%A6%8A", "a;b=c"})
  void anIdThatIsNoneIsUnknown(String id) {
    String answer =
        Http.raw(
            Box.SHARED.url(),
            "GET /api/v2/custom-tags/" + id + " HTTP/1.1",
            "Host: api.instantly.ai",
            "User-Agent: test",
            "Authorization: Bearer " + instantly.key(),
            "Connection: close");

    assertThat(answer).startsWith("HTTP/1.1 404");
  }
}
