package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 4.5. */
class AuditLogsTest {

  @Test
  void keysComeAndGoWithALine() {
    Instantly instantly = Box.SHARED.workspace("{}");
    String id = instantly.post("api-keys", "{'name':'n','scopes':[]}").text("id");
    instantly.delete("api-keys/" + id);

    Reply log = instantly.get("audit-logs");

    assertThat(log.items("activity_type")).as("newest first").containsExactly("38", "37");
    JsonNode line = log.json().at("/items/0");
    assertThat(line.get("from_api").booleanValue()).isTrue();
    assertThat(line.get("api_key_id").textValue())
        .isEqualTo(instantly.get("api-keys").items("id").getFirst());
    assertThat(line.get("user_id").isNull()).isTrue();
    assertThat(line.get("user_agent").textValue()).startsWith("Java-http-client");
  }

  @Test
  void membersOwnersGroupsTagsAndNamesLeaveNoLine() {
    Instantly instantly = Box.SHARED.workspace("{}");
    String eve = instantly.invite("eve@c.example", "view");
    instantly.patch("workspace-members/" + eve, "{'role':'admin'}");
    instantly.delete("workspace-members/" + eve);
    instantly.post("custom-tags", "{'label':'t'}");
    instantly.patch("workspaces/current", "{'name':'n'}");
    instantly.post("workspaces/current/schedule-for-removal", "");
    instantly.post(
        "workspace-group-members",
        "{'sub_workspace_id':'%s'}".formatted(Box.SHARED.workspace("{}").workspace()));

    assertThat(instantly.get("audit-logs").items("id")).isEmpty();
  }

  @Test
  void webhooksLeaveALine() {
    Instantly instantly = Box.SHARED.workspace("{}");
    String id = instantly.post("webhooks", "{'target_hook_url':'https://h.example'}").text("id");
    instantly.patch("webhooks/" + id, "{'name':'n'}");
    instantly.post("webhooks/" + id + "/resume", "");

    assertThat(instantly.get("audit-logs").items("activity_type"))
        .containsExactly("21", "19", "18");
  }

  @Test
  void theListIsFilteredByTypeTimeAndSearch() {
    Instantly instantly = Box.SHARED.workspace("{'audit_logs':34}");

    assertThat(instantly.get("audit-logs?activity_type=1").items("activity_type"))
        .containsExactly("1");
    assertThat(instantly.get("audit-logs?limit=50&search=olivia").items("id")).hasSize(34);
    assertThat(instantly.get("audit-logs?search=nobody").items("id")).isEmpty();
    String third = instantly.get("audit-logs?limit=3").items("timestamp").getLast();
    assertThat(instantly.get("audit-logs?start_date=" + third).items("id")).hasSize(3);
    assertThat(instantly.get("audit-logs?limit=50&end_date=" + third).items("id")).hasSize(31);
  }

  @Test
  void anEndDateThatIsADayIsAWholeDay() {
    Instantly instantly = Box.SHARED.workspace("{'audit_logs':3}");
    String today = instantly.get("audit-logs?limit=1").items("timestamp").getFirst();
    String day = today.substring(0, 10);

    assertThat(
            instantly.get("audit-logs?start_date=" + day + "&end_date=" + day).items("timestamp"))
        .contains(today);
  }

  @Test
  void theCursorIsAnIdOrATime() {
    Instantly instantly = Box.SHARED.workspace("{'audit_logs':5}");
    List<String> all = instantly.get("audit-logs").items("timestamp");

    assertThat(instantly.all("audit-logs?limit=2", "timestamp")).isEqualTo(all);
    assertThat(instantly.get("audit-logs?starting_after=" + all.get(1)).items("timestamp"))
        .isEqualTo(all.subList(2, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start_date=soon", "end_date=2026-13-01", "starting_after=nonsense"})
  void aTimeThatIsNoneIs400(String query) {
    assertThat(Box.SHARED.workspace("{}").get("audit-logs?" + query).status()).isEqualTo(400);
  }
}
