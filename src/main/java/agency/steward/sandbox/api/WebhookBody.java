package agency.steward.sandbox.api;

import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.Numbers;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Webhook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a webhook is made of and changed by. */
final class WebhookBody {
  private static final Shape URL = Texts.matching("^https?://");
  private static final ObjectShape COMMON =
      Shape.object()
          .optional("event_type", Texts.of(WebhookEvents.ALL).orNull("string"))
          .optional("campaign", Texts.any().orNull("string"))
          .optional("name", Texts.any().orNull("string"))
          .optional("custom_interest_value", Numbers.any().orNull("number"))
          .optional("headers", Shape.anyObject().orNull("object"));
  static final ObjectShape CREATE = COMMON.required("target_hook_url", URL);
  static final ObjectShape PATCH = COMMON.optional("target_hook_url", URL);

  private WebhookBody() {}

  /** What the body says, and where it is silent what was there. */
  static Webhook read(JsonNode body, @Nullable Webhook was, long now) {
    ObjectNode all = was == null ? body.deepCopy() : said(was).setAll((ObjectNode) body);
    return new Webhook(
        was == null ? NewId.next() : was.id(),
        all.get("target_hook_url").textValue(),
        all.path("event_type").textValue(),
        all.path("campaign").textValue(),
        all.path("name").textValue(),
        all.path("custom_interest_value").isNumber()
            ? (Double) all.get("custom_interest_value").doubleValue()
            : null,
        all.path("headers").isObject() ? Json.textsByName(all.path("headers")) : null,
        was == null ? Webhook.ACTIVE : was.status(),
        was == null ? now : was.createdAt(),
        was == null ? 0 : was.errorAt());
  }

  private static ObjectNode said(Webhook hook) {
    var out = new JsonOut();
    hook.write(out, hook.id());
    return (ObjectNode) Json.read(out.toBytes());
  }
}
