package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Plan;
import java.util.List;

/** {@code workspace-billing} (facts.md 4.7): times are Unix seconds here and nowhere else. */
final class Billing {
  private static final String READ = "workspace_billing:read";
  private static final List<String> NOT_BOUGHT =
      List.of("bundle", "crm", "website_visitors", "inbox_placement");
  private static final int PRICE = 97;
  private static final int LEADS = 25_000;

  private Billing() {}

  static void add(Routes routes) {
    routes
        .get("workspace-billing/plan-details", READ, Billing::plan)
        .get("workspace-billing/subscription-details", READ, Billing::subscriptions);
  }

  private static Answer plan(Call call) {
    Plan plan = call.place().space().plan();
    var out = new JsonOut(1024).object().id("organization_id", call.workspace());
    out.text("organization_name", call.place().space().name()).object("subscriptions");
    out.object("outreach").text("plan_name", "Hypergrowth").number("addons_qty", 0);
    out.number("total_lead_limit", LEADS).number("current_lead_count", 0);
    out.number("base_lead_limit", LEADS).text("interval", "month");
    period(out, plan).number("price_in_dollars", PRICE).text("product_id", plan.id()).endObject();
    out.object("credits").text("plan_name", "Free Trial").number("total_credits", 100);
    out.number("available_credits", 100);
    nothing(out).endObject();
    NOT_BOUGHT.forEach(product -> nothing(out.object(product).nothing("plan_name")).endObject());
    out.endObject().object("addons").object("outreach");
    out.text("product_id", "pid_addon_25kl_v1").number("unit_lead_limit", LEADS);
    out.number("existing_quantity", 0).nothing("interval").endObject();
    out.object("credits").text("product_id", "pid_addon_ic_50k_v1");
    out.number("existing_quantity", 0).nothing("interval").endObject();
    return Answer.ok(out.endObject().endObject());
  }

  private static JsonOut nothing(JsonOut out) {
    return out.nothing("interval")
        .nothing("current_period_end")
        .nothing("cancel_at_time")
        .nothing("price_in_dollars")
        .nothing("product_id");
  }

  private static Answer subscriptions(Call call) {
    Plan plan = call.place().space().plan();
    var out = new JsonOut().object().array("subscriptions").object();
    out.id("workspace_id", call.workspace()).text("interval", "month").number("quantity", 1);
    out.text("product_id", plan.id()).text("product_type", "prt_outreach");
    period(out.text("plan_type", "plt_primary"), plan).number("price_in_dollars", PRICE);
    out.text("price_id", "price_" + plan.id()).endObject().endArray();
    return Answer.ok(out.flag("all_subs_cancelled", plan.cancelsAt() != 0).endObject());
  }

  private static JsonOut period(JsonOut out, Plan plan) {
    out.number("current_period_end", plan.renewsAt() / 1000);
    return plan.cancelsAt() == 0
        ? out.nothing("cancel_at_time")
        : out.number("cancel_at_time", plan.cancelsAt() / 1000);
  }
}
