package agency.steward.instantly.body;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.credential.ApiKey;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String VALUE = "CANARY-0123456789abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @ValueSource(strings = {"/api-keys", "/api-keys/0198"})
  void aWholeKeyLeavesItsFingerprint(String path) {
    ObjectNode key = object("{\"id\":\"1\",\"key\":\"" + VALUE + "\"}");

    Redaction.clear(path, key);

    assertThat(key.toString()).doesNotContain(VALUE).contains(new ApiKey(VALUE).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"abcd****wxyz\"", "\"••••••••wxyz\"", "\"a b\"", "\"\"", "null", "17", "{}"})
  void aMaskLeavesNothing(String mask) {
    ObjectNode key = object("{\"id\":\"1\",\"key\":" + mask + "}");

    Redaction.clear("/api-keys", key);

    assertThat(key.toString()).isEqualTo("{\"id\":\"1\"}");
  }

  @Test
  void headersOfAWebhookLeaveFingerprintsWhateverIsInThem() {
    ObjectNode webhook =
        object(
            "{\"headers\":{\"Authorization\":\"Bearer "
                + VALUE
                + "\",\"X-Note\":\"Grüße\",\"X-Empty\":\"\"}}");

    Redaction.clear("/webhooks", webhook);

    assertThat(webhook.toString()).doesNotContain(VALUE, "Bearer", "Grüße");
    assertThat(webhook.at("/headers/Authorization").textValue())
        .isEqualTo(ApiKey.fingerprintOf("Bearer " + VALUE));
  }

  /** The vendor's schema says that they are an object; whatever else they are is not shown. */
  @ParameterizedTest
  @ValueSource(strings = {"[\"Bearer abc\"]", "\"Authorization: Bearer abc\"", "17", "null"})
  void headersThatAreNoneLeaveNothing(String headers) {
    ObjectNode webhook = object("{\"id\":\"1\",\"headers\":" + headers + "}");

    Redaction.clear("/webhooks/1", webhook);

    assertThat(webhook.toString()).isEqualTo("{\"id\":\"1\"}");
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
