package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.AuditEntry;
import agency.steward.sandbox.row.Webhook;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** {@code webhooks} (facts.md 4.10). A test of one never leaves the sandbox. */
final class Webhooks {
  private static final String PATH = "webhooks";
  private static final String ONE = PATH + "/{id}";

  private Webhooks() {}

  static void add(Routes routes) {
    routes
        .post(PATH, "webhooks:create", Webhooks::create)
        .get(PATH, "", Webhooks::list)
        .get(PATH + "/event-types", "", WebhookEvents::list)
        .get(ONE, "webhooks:read", call -> show(call, call.row(Table.WEBHOOKS)))
        .patch(ONE, "webhooks:update", Webhooks::patch)
        .delete(ONE, "webhooks:delete", Webhooks::delete)
        .post(ONE + "/resume", "webhooks:update", Webhooks::resume)
        .post(ONE + "/test", "", Webhooks::test);
  }

  private static Answer list(Call call) {
    Optional<String> campaign = call.query().text("campaign");
    Optional<String> event = call.query().textOf("event_type", WebhookEvents.FILTERS);
    return Paging.page(
        call,
        call.rows(Table.WEBHOOKS),
        hook ->
            campaign.map(id -> id.equals(hook.campaign())).orElse(true)
                && event.map(type -> type.equals(hook.event())).orElse(true),
        (out, hook) -> hook.write(out, call.workspace()));
  }

  private static Answer create(Call call) {
    Webhook hook = WebhookBody.read(call.body(WebhookBody.CREATE), null, call.now());
    return call.write(draft -> {
      audit(call, draft, AuditEntry.WEBHOOK_CREATED, hook);
      return show(call, draft.put(Table.WEBHOOKS, hook));
    });
  }

  private static Answer patch(Call call) {
    JsonNode body = call.body(WebhookBody.PATCH);
    return call.write(draft -> {
      Webhook hook = WebhookBody.read(body, call.row(draft, Table.WEBHOOKS), call.now());
      audit(call, draft, AuditEntry.WEBHOOK_UPDATED, hook);
      return show(call, draft.put(Table.WEBHOOKS, hook));
    });
  }

  private static Answer delete(Call call) {
    return call.write(draft -> {
      Webhook hook = call.row(draft, Table.WEBHOOKS);
      draft.remove(Table.WEBHOOKS, hook);
      return show(call, hook);
    });
  }

  private static Answer resume(Call call) {
    return call.write(draft -> {
      Webhook hook = call.row(draft, Table.WEBHOOKS).resumed();
      audit(call, draft, AuditEntry.WEBHOOK_RESUMED, hook);
      return show(call, draft.put(Table.WEBHOOKS, hook));
    });
  }

  private static Answer test(Call call) {
    call.row(Table.WEBHOOKS);
    var out = new JsonOut().object().flag("success", true);
    out.text("message", "Webhook test successful").number("response_time_ms", 1);
    return Answer.ok(out.number("status_code", 200).endObject());
  }

  private static void audit(Call call, Draft draft, int activity, Webhook hook) {
    draft.put(Table.AUDIT, Audit.entry(call, activity, hook.id()));
  }

  private static Answer show(Call call, Webhook hook) {
    var out = new JsonOut();
    hook.write(out, call.workspace());
    return Answer.ok(out);
  }
}
