package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 4.9 and 4.10. */
class JobsAndWebhooksTest {
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'background_jobs':6,'webhooks':[{'target_hook_url':'https://h.example/a',"
              + "'headers':{'X-Secret':'s3'},'event_type':'email_sent','status':-1}]}");

  @Test
  void aJobIdIsTwentyFourHexDigits() {
    List<String> ids = instantly.get("background-jobs").items("id");

    assertThat(ids).hasSize(6).allMatch(id -> id.matches("[0-9a-f]{24}"));
    assertThat(instantly.get("background-jobs/" + ids.get(2)).text("id")).isEqualTo(ids.get(2));
    assertThat(instantly.get("background-jobs/" + "0".repeat(24)).status()).isEqualTo(404);
  }

  @Test
  void jobsArePagedInBothOrders() {
    List<String> up = instantly.get("background-jobs").items("id");

    assertThat(instantly.all("background-jobs?limit=4", "id")).isEqualTo(up);
    assertThat(instantly.all("background-jobs?limit=4&sort_order=desc", "id"))
        .isEqualTo(up.reversed());
  }

  @Test
  void jobsAreFiltered() {
    List<String> ids = instantly.get("background-jobs").items("id");
    String two = ids.get(0) + "," + ids.get(3);

    assertThat(instantly.get("background-jobs?ids=" + two).items("id")).hasSize(2);
    assertThat(instantly.get("background-jobs?included_ids=" + two).items("id")).hasSize(2);
    assertThat(instantly.get("background-jobs?excluded_ids=" + two).items("id")).hasSize(4);
    assertThat(instantly.get("background-jobs?status=success,failed").items("id")).hasSize(3);
    assertThat(instantly.get("background-jobs?type=import-leads").items("type"))
        .containsExactly("import-leads");
    assertThat(instantly.get("background-jobs?entity_type=campaign").items("id")).isEmpty();
    assertThat(instantly.get("background-jobs?entity_id=" + instantly.workspace()).items("id"))
        .hasSize(6);
    assertThat(instantly.get("background-jobs?type=unknown").status()).isEqualTo(400);
  }

  @Test
  void dataOfAJobComesWhenAskedFor() {
    String id = instantly.get("background-jobs").items("id").getFirst();

    assertThat(instantly.get("background-jobs/" + id).json().has("data")).isFalse();
    assertThat(
            instantly
                .get("background-jobs/" + id + "?data_fields=moved_lead_emails")
                .json()
                .has("data"))
        .isTrue();
  }

  @Test
  void noAccessOperationMakesAJob() {
    instantly.invite("eve@c.example", "view");

    assertThat(instantly.get("background-jobs").items("id")).hasSize(6);
  }

  @Test
  void theHeadersOfAWebhookComeBackOnRead() {
    assertThat(instantly.get("webhooks").json().at("/items/0/headers/X-Secret").textValue())
        .isEqualTo("s3");
  }

  @Test
  void aDisabledWebhookIsResumed() {
    String id = instantly.get("webhooks").items("id").getFirst();
    assertThat(instantly.get("webhooks/" + id).text("status")).isEqualTo("-1");
    assertThat(instantly.get("webhooks/" + id).json().get("timestamp_error").isNull()).isFalse();

    assertThat(instantly.post("webhooks/" + id + "/resume", "").text("status")).isEqualTo("1");
  }

  @Test
  void aWebhookIsCreatedChangedTestedAndDeleted() {
    Reply created =
        instantly.post(
            "webhooks",
            "{'target_hook_url':'http://h.example','name':'n','event_type':'lead_no_show',"
                + "'custom_interest_value':7,'headers':{'A \\\\ b':'c'}}");
    String one = "webhooks/" + created.text("id");

    Reply patched = instantly.patch(one, "{'name':null,'campaign':'c1'}");

    assertThat(patched.json().get("name").isNull()).isTrue();
    assertThat(patched.text("campaign")).isEqualTo("c1");
    assertThat(patched.text("event_type")).isEqualTo("lead_no_show");
    assertThat(patched.json().at("/headers").properties()).hasSize(1);
    assertThat(instantly.post(one + "/test", "").text("success")).isEqualTo("true");
    assertThat(instantly.delete(one).text("id")).isEqualTo(created.text("id"));
    assertThat(instantly.get(one).status()).isEqualTo(404);
  }

  @Test
  void theFilterKnowsTwoEventsLessThanTheWebhookItself() {
    assertThat(instantly.get("webhooks?event_type=email_sent").items("id")).hasSize(1);
    assertThat(instantly.get("webhooks?event_type=all_events").items("id")).isEmpty();
    assertThat(instantly.get("webhooks?campaign=c1").items("id")).isEmpty();
    assertThat(instantly.get("webhooks?event_type=lead_no_show").status()).isEqualTo(400);
  }

  @Test
  void noEventIsAboutAccess() {
    assertThat(
            instantly
                .get("webhooks/event-types")
                .json()
                .get("event_types")
                .valueStream()
                .map(event -> event.get("id").textValue()))
        .hasSize(19)
        .noneMatch(id -> id.matches(".*(member|role|key|owner|group|audit).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'target_hook_url':'ftp://h.example'}",
        "{'target_hook_url':'https://h.example','event_type':'member_removed'}",
        "{'target_hook_url':'https://h.example','headers':'x'}",
      })
  void aWebhookThatCannotBeIs400(String body) {
    assertThat(instantly.post("webhooks", body).status()).isEqualTo(400);
  }
}
