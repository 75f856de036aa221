package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.json.JsonOut;
import java.util.List;

/** What a webhook may be told of (facts.md 4.10): nothing about members, roles, keys or owners. */
final class WebhookEvents {
  static final List<String> ALL =
      List.of(
          "all_events",
          "email_sent",
          "email_opened",
          "email_link_clicked",
          "reply_received",
          "email_bounced",
          "lead_unsubscribed",
          "campaign_completed",
          "account_error",
          "lead_neutral",
          "lead_interested",
          "lead_not_interested",
          "lead_meeting_booked",
          "lead_meeting_completed",
          "lead_closed",
          "lead_out_of_office",
          "lead_wrong_person",
          "lead_no_show",
          "supersearch_enrichment_completed");

  /** The filter of the list has not heard of the last two. */
  static final List<String> FILTERS = ALL.subList(0, ALL.size() - 2);

  private WebhookEvents() {}

  static Answer list(Call call) {
    var out = new JsonOut(2048).object().array("event_types");
    ALL.forEach(event ->
        out.object()
            .text("id", event)
            .text("label", event.replace('_', ' '))
            .text("type", "standard")
            .endObject());
    return Answer.ok(out.endArray().endObject());
  }
}
