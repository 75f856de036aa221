package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 3. */
class PagingTest {
  /** With an owner besides. */
  private static Instantly withMembers(int members) {
    String people =
        IntStream.range(0, members)
            .mapToObj(i -> "{'email':'p%d@a.example','role':'view'}".formatted(i))
            .collect(Collectors.joining(","));
    return Box.SHARED.workspace("{'members':[" + people + "]}");
  }

  @Test
  void aListIsAnEnvelopeOfItemsWithoutTotal() {
    assertThat(withMembers(1).get("workspace-members").json().properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("items");
  }

  @Test
  void tenRowsComeWhenNoLimitIsGiven() {
    Reply page = withMembers(20).get("workspace-members");

    assertThat(page.items("id")).hasSize(10);
    assertThat(page.cursor()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workspace-members",
        "workspace-group-members",
        "custom-tags",
        "custom-tag-mappings",
        "api-keys",
        "campaigns",
        "accounts",
        "webhooks",
        "background-jobs"
      })
  void aLimitAboveAHundredAnswersAnEmptyListSilently(String path) {
    Reply page = seeded().get(path + "?limit=101");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.items("id")).isEmpty();
    assertThat(page.cursor()).isEmpty();
  }

  private static Instantly seeded() {
    return Box.SHARED.workspace(
        "{'tags':['t'],'campaigns':2,'accounts':[{'email':'a@b.example','tags':['t']}],"
            + "'background_jobs':2,'webhooks':[{'target_hook_url':'https://h.example'}]}");
  }

  @Test
  void auditLogsGoUpToAThousand() {
    Instantly instantly = Box.SHARED.workspace("{'audit_logs':150}");

    assertThat(instantly.get("audit-logs?limit=1000").items("id")).hasSize(150);
    assertThat(instantly.get("audit-logs?limit=1001").items("id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "ten", "1.5"})
  void aLimitThatIsNoneIs400(String limit) {
    Reply reply = withMembers(0).get("workspace-members?limit=" + limit);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).startsWith("querystring/limit must be");
  }

  @Test
  void allPagesTogetherAreTheWholeListOnce() {
    assertThat(withMembers(250).all("workspace-members?limit=100", "email"))
        .hasSize(251)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFullLastPageCarriesACursorThatLeadsToAnEmptyPage() {
    Instantly instantly = withMembers(19);
    Reply first = instantly.get("workspace-members?limit=20");
    assertThat(first.items("id")).hasSize(20);
    assertThat(first.cursor()).isNotEmpty();

    Reply second = instantly.get("workspace-members?limit=20&starting_after=" + first.cursor());

    assertThat(second.items("id")).isEmpty();
    assertThat(second.cursor()).isEmpty();
  }

  @Test
  void theCursorIsAbsentAtTheEnd() {
    assertThat(withMembers(1).get("workspace-members").json().has("next_starting_after")).isFalse();
  }

  @Test
  void theCursorAtTheEndMayBeNullOrEmpty() {
    Instantly instantly = withMembers(1).lenient();
    instantly.behave("'end_cursor':'null'");
    assertThat(instantly.get("workspace-members").json().get("next_starting_after").isNull())
        .isTrue();

    instantly.behave("'end_cursor':'empty'");

    assertThat(instantly.get("workspace-members").json().get("next_starting_after").textValue())
        .isEmpty();
  }

  @Test
  void aCursorThatIsNoneIs400() {
    assertThat(withMembers(1).get("workspace-members?starting_after=nonsense").status())
        .isEqualTo(400);
  }

  @Test
  void aCursorOfARowThatIsGoneGoesOnWhereItWas() {
    Instantly instantly = withMembers(5);
    String cursor = instantly.get("workspace-members?limit=3").cursor();
    instantly.delete("workspace-members/" + cursor);

    assertThat(instantly.get("workspace-members?limit=3&starting_after=" + cursor).items("email"))
        .containsExactly("p2@a.example", "p3@a.example", "p4@a.example");
  }

  @Test
  void aRepeatedCursorNeverEnds() {
    Instantly instantly = withMembers(5);
    instantly.behave("'repeat_cursor':true");
    Reply first = instantly.get("workspace-members?limit=2");

    Reply second = instantly.get("workspace-members?limit=2&starting_after=" + first.cursor());

    assertThat(second.raw().body()).isEqualTo(first.raw().body());
    assertThat(second.cursor()).isNotEmpty();
  }

  @Test
  void aListMayShowOnlyAPart() {
    Instantly instantly = withMembers(9);
    instantly.behave("'list_only_part':true");
    assertThat(instantly.all("workspace-members?limit=2", "id")).hasSize(5);

    instantly.behave("'list_only_part':0.3");

    assertThat(instantly.all("workspace-members?limit=2", "id")).hasSize(3);
  }

  @Test
  void offsetsDoNotExist() {
    Instantly instantly = withMembers(3);

    assertThat(instantly.get("workspace-members?offset=2&skip=2&page=2").items("id")).hasSize(4);
  }

  @Test
  void accountsPageByTimeAndAddressWhichMustBeEncoded() {
    Instantly instantly =
        Box.SHARED.workspace(
            "{'accounts':[{'email':'a+1@b.example'},{'email':'b@b.example'},"
                + "{'email':'c@b.example'}]}");
    Reply first = instantly.get("accounts?limit=1");
    assertThat(first.cursor()).matches("\\d{4}-.*Z&a\\+1@b\\.example");

    assertThat(instantly.all("accounts?limit=1", "email"))
        .containsExactly("a+1@b.example", "b@b.example", "c@b.example");
    assertThat(
            instantly
                .get("accounts?limit=5&starting_after=" + first.cursor().replace("+", "%2B"))
                .items("email"))
        .as("the cursor ends at its own &, and what is left passes over the same millisecond")
        .isEmpty();
  }

  @Test
  void aBareTimeIsStillACursorOfAccounts() {
    Instantly instantly =
        Box.SHARED.workspace(
            "{'accounts':[{'email':'a@b.example','timestamp_created':'2026-01-01T00:00:00Z'},"
                + "{'email':'b@b.example','timestamp_created':'2026-01-02T00:00:00Z'}]}");

    assertThat(instantly.get("accounts?starting_after=2026-01-01T00:00:00.000Z").items("email"))
        .containsExactly("b@b.example");
  }

  @Test
  void sortedAccountsHaveNoCursorButAnOffset() {
    Instantly instantly =
        Box.SHARED.workspace("{'accounts':[{'email':'a@b.example'},{'email':'b@b.example'}]}");

    Reply page = instantly.get("accounts?sort_by=email&sort_order=desc&limit=1");
    assertThat(page.items("email")).containsExactly("b@b.example");
    assertThat(page.cursor()).isEmpty();
    assertThat(
            instantly.get("accounts?sort_by=email&sort_order=desc&limit=1&skip=1").items("email"))
        .containsExactly("a@b.example");
  }
}
