package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** facts.md 1.5 and 4.7. */
class PlansTest {

  @Test
  void aLapsedPlanIs402OnEveryCallAndPayingEndsThat() {
    Instantly lapsed = Box.SHARED.workspace("{'plan_active':false}");
    assertThat(lapsed.get("workspace-members").status()).isEqualTo(402);
    Reply current = lapsed.get("workspaces/current");
    assertThat(current.status()).isEqualTo(402);
    assertThat(current.message()).isEqualTo("Workspace does not have an active paid plan");

    Box.SHARED.control("PATCH", "workspaces/" + lapsed.workspace(), "{'plan_active':true}");

    assertThat(lapsed.get("workspaces/current").status()).isEqualTo(200);
  }

  @Test
  void oneGatedFeatureIs402WhileTheWorkspaceAnswers() {
    Instantly paying = Box.SHARED.workspace("{}");
    paying.behave(
        "'match':{'path':'/workspace-members','method':'POST'},"
            + "'fail':{'status':402,'message':'Team members need the Hypergrowth plan'}");

    Reply refused = paying.post("workspace-members", "{'email':'eve@c.example','role':'view'}");

    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.message()).isEqualTo("Team members need the Hypergrowth plan");
    assertThat(paying.get("workspaces/current").status()).isEqualTo(200);
  }

  @Test
  void billingSpeaksInUnixSeconds() {
    Instantly cancelling = Box.SHARED.workspace("{}");
    Box.SHARED.control(
        "PATCH",
        "workspaces/" + cancelling.workspace(),
        "{'plan_renews_at':'2027-01-01T00:00:00Z','plan_cancels_at':'2027-02-01T00:00:00Z'}");

    Reply plan = cancelling.get("workspace-billing/plan-details");
    assertThat(plan.text("/subscriptions/outreach/current_period_end")).isEqualTo("1798761600");
    assertThat(plan.text("/subscriptions/outreach/cancel_at_time")).isEqualTo("1801440000");
    Reply subscriptions = cancelling.get("workspace-billing/subscription-details");
    assertThat(subscriptions.text("all_subs_cancelled")).isEqualTo("true");
    assertThat(subscriptions.text("/subscriptions/0/workspace_id"))
        .isEqualTo(cancelling.workspace());
  }

  @Test
  void aPlanThatGoesOnHasNoCancelTime() {
    Reply plan = Box.SHARED.workspace("{}").get("workspace-billing/subscription-details");

    assertThat(plan.json().at("/subscriptions/0/cancel_at_time").isNull()).isTrue();
    assertThat(plan.text("all_subs_cancelled")).isEqualTo("false");
  }
}
