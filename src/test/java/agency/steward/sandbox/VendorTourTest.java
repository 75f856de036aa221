package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation of the vendor's document, answered as it is documented. */
class VendorTourTest {
  private final Set<String> seen = new TreeSet<>();
  private final Instantly sub = Box.SHARED.workspace("{}");
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'members':[{'email':'ann@a.example','role':'admin'}],'tags':['t'],"
              + "'campaigns':[{'name':'c','tags':['t'],'email_tag_list':['t']}],"
              + "'accounts':[{'email':'a@b.example','tags':['t']}],"
              + "'webhooks':[{'target_hook_url':'https://h.example','headers':{'A':'b'}}],"
              + "'background_jobs':12,'audit_logs':40}");

  /** The client checks each answer against the document; here it must be a success besides. */
  private Reply ok(String method, String path, String body) {
    Reply reply = instantly.call(method, path, body);
    assertThat(reply.status()).as("%s %s: %s", method, path, reply.raw().body()).isEqualTo(200);
    seen.add(VendorSpec.operation(method, "/api/v2/" + path.split("\\?", 2)[0]));
    return reply;
  }

  private String first(String path) {
    return ok("GET", path, "").json().at("/items/0/id").textValue();
  }

  @Test
  void everyOperationAnswersItsSuccessAsDocumented() {
    members();
    group();
    tags();
    keys();
    webhooks();
    workspace();
    ok("GET", "audit-logs?limit=1000", "");
    ok("GET", "background-jobs/" + first("background-jobs") + "?data_fields=x", "");
    ok("GET", "campaigns?limit=100", "");
    ok("GET", "accounts?include_tags=true", "");
    ok("GET", "workspace-billing/plan-details", "");
    ok("GET", "workspace-billing/subscription-details", "");

    assertThat(seen).containsExactlyInAnyOrderElementsOf(VendorSpec.operations());
  }

  private void members() {
    String invited =
        ok(
                "POST",
                "workspace-members",
                "{'email':'e@c.example','role':'view','permissions':['unibox.all'],'nickname':'E'}")
            .text("id");
    ok("GET", "workspace-members?limit=100&accepted=false", "");
    ok("GET", "workspace-members/" + invited, "");
    ok("PATCH", "workspace-members/" + invited, "{'role':'editor'}");
    ok("DELETE", "workspace-members/" + invited, "");
  }

  private void group() {
    String link =
        ok(
                "POST",
                "workspace-group-members",
                "{'sub_workspace_id':'%s'}".formatted(sub.workspace()))
            .text("id");
    ok("GET", "workspace-group-members", "");
    ok("GET", "workspace-group-members/admin", "");
    ok("GET", "workspace-group-members/" + link, "");
    ok("DELETE", "workspace-group-members/" + link, "");
  }

  private void tags() {
    String tag = ok("POST", "custom-tags", "{'label':'new','description':null}").text("id");
    ok("GET", "custom-tags?limit=100", "");
    ok("GET", "custom-tags/" + tag, "");
    ok("PATCH", "custom-tags/" + tag, "{'description':'d'}");
    ok(
        "POST",
        "custom-tags/toggle-resource",
        "{'tag_ids':['%s'],'resource_type':2,'assign':true,'selected_all':true}".formatted(tag));
    ok("GET", "custom-tag-mappings", "");
    ok("DELETE", "custom-tags/" + tag, "");
  }

  private void keys() {
    String key = ok("POST", "api-keys", "{'name':'n','scopes':['leads:read']}").text("id");
    ok("GET", "api-keys", "");
    ok("DELETE", "api-keys/" + key, "");
  }

  private void webhooks() {
    String hook =
        ok("POST", "webhooks", "{'target_hook_url':'https://h.example','name':'n'}").text("id");
    ok("GET", "webhooks", "");
    ok("GET", "webhooks/event-types", "");
    ok("GET", "webhooks/" + hook, "");
    ok("PATCH", "webhooks/" + hook, "{'name':'m'}");
    ok("POST", "webhooks/" + hook + "/resume", "");
    ok("POST", "webhooks/" + hook + "/test", "");
    ok("DELETE", "webhooks/" + hook, "");
  }

  private void workspace() {
    String current = "workspaces/current";
    ok("GET", current, "");
    ok("PATCH", current, "{'name':'n'}");
    ok("POST", current + "/schedule-for-removal", "");
    ok("DELETE", current + "/schedule-for-removal", "");
    ok("POST", current + "/whitelabel-domain", "{'domain':'w.example'}");
    ok("GET", current + "/whitelabel-domain", "");
    ok("DELETE", current + "/whitelabel-domain", "");
    String sec =
        Box.SHARED.control("POST", "workspaces/" + instantly.workspace() + "/sec", "").text("sec");
    ok("POST", current + "/change-owner", "{'email':'ann@a.example','sec':'%s'}".formatted(sec));
  }

  @Test
  void everyOperationRefusesAStrangerAsDocumented() {
    for (String operation : VendorSpec.operations()) {
      String[] parts = operation.split(" ", 2);
      String path = parts[1].replace("{id}", "some").substring("/api/v2/".length());
      assertThat(instantly.with("nobody's").call(parts[0], path, "").status())
          .as(operation)
          .isEqualTo(401);
    }
  }

  @Test
  void everyOperationSaysThatAPlanHasLapsedAsDocumented() {
    Instantly lapsed = Box.SHARED.workspace("{'plan_active':false}");
    lapsed.behave("'limits':{'per_second':1000,'per_minute':1000}");
    for (String operation : VendorSpec.operations()) {
      String[] parts = operation.split(" ", 2);
      String path = parts[1].replace("{id}", "some").substring("/api/v2/".length());
      assertThat(lapsed.call(parts[0], path, "").status()).as(operation).isEqualTo(402);
    }
  }
}
