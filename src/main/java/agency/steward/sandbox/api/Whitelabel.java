package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;

/** {@code whitelabel-domain} (facts.md 4.6): the domain that clients of an agency see. */
final class Whitelabel {
  private static final String PATH = "workspaces/current/whitelabel-domain";
  private static final ObjectShape SHAPE = Shape.object().required("domain", Texts.any()).open();

  private Whitelabel() {}

  static void add(Routes routes) {
    routes
        .post(PATH, "workspaces:update", Whitelabel::set)
        .get(PATH, "workspaces:read", Whitelabel::get)
        .delete(
            PATH,
            "workspaces:update",
            call -> Workspaces.change(call, space -> space.withDomain(null)));
  }

  private static Answer set(Call call) {
    String domain = call.body(SHAPE).get("domain").textValue();
    return Workspaces.change(call, space -> space.withDomain(domain));
  }

  private static Answer get(Call call) {
    String domain = call.place().space().domain();
    if (domain == null) {
      throw Refusal.notFound();
    }
    var out = new JsonOut().object().flag("verified", false).text("name", domain);
    out.array("verification").object().text("type", "TXT").text("domain", domain);
    out.text("value", "challenge=" + call.workspace());
    out.text("reason", "TXT record required for domain verification");
    return Answer.ok(out.endObject().endArray().endObject());
  }
}
