package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 4.8, and 4.3 where it speaks of senders. */
class CampaignsAndAccountsTest {
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'campaigns':[{'name':'Spring','tags':['x'],'email_tag_list':['senders']},"
              + "{'name':'Autumn','status':0,'tags':['y']},{'name':'Winter','status':2}],"
              + "'accounts':[{'email':'a@b.example','tags':['x']},"
              + "{'email':'b@b.example','tags':['x','y'],'warmup_status':0},"
              + "{'email':'c@b.example','status':2}]}");

  private String tag(String label) {
    return instantly.get("custom-tags?search=" + label).items("id").getFirst();
  }

  @Test
  void severalTagIdsMeanAnyOfThem() {
    String both = tag("x") + "," + tag("y");

    assertThat(instantly.get("campaigns?tag_ids=" + both).items("name"))
        .containsExactly("Spring", "Autumn");
    assertThat(instantly.get("accounts?tag_ids=" + both).items("email"))
        .containsExactly("a@b.example", "b@b.example");
  }

  @Test
  void tagIdsAllMeansEveryOneOfThemAndIsForAccountsOnly() {
    String both = tag("x") + "," + tag("y");

    assertThat(instantly.get("accounts?tag_ids_all=" + both).items("email"))
        .containsExactly("b@b.example");
    assertThat(instantly.get("campaigns?tag_ids_all=" + both).items("name")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "campaigns?tag_ids=none",
        "accounts?tag_ids=none",
        "accounts?tag_ids_all=none",
        "campaigns?tag_ids=01a213dc-0000-7000-8000-000000000000"
      })
  void aTagThatDoesNotExistGivesAnEmptyList(String path) {
    assertThat(instantly.get(path).items("timestamp_created")).isEmpty();
  }

  @Test
  void anEmptyTagFilterIsNoFilterAtAll() {
    assertThat(instantly.get("campaigns?tag_ids=").items("name")).hasSize(3);
  }

  @Test
  void tagsOfAccountsAreShownWhenAskedFor() {
    assertThat(instantly.get("accounts").json().at("/items/0").has("tags")).isFalse();

    Reply shown = instantly.get("accounts?include_tags=true&search=b@b");

    assertThat(shown.json().at("/items/0/tags").valueStream().map(t -> t.get("label").textValue()))
        .containsExactlyInAnyOrder("x", "y");
  }

  @Test
  void anAccountHasNoIdButItsAddress() {
    assertThat(instantly.get("accounts").json().at("/items/0").has("id")).isFalse();
  }

  @Test
  void aCampaignNamesTheTagsOfItsSenders() {
    assertThat(
            instantly
                .get("campaigns?search=spring")
                .json()
                .at("/items/0/email_tag_list/0")
                .textValue())
        .isEqualTo(tag("senders"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "campaigns?status=0 | Autumn",
        "campaigns?exclude_status=1&exclude_status=1 | Autumn,Winter",
        "campaigns?search=WINT | Winter",
        "campaigns?ai_sales_agent_id=x | ",
      })
  void campaignsAreFilteredByStatusAndSearch(String path, String names) {
    assertThat(String.join(",", instantly.get(path).items("name")))
        .isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accounts?status=2 | c@b.example",
        "accounts?filter=ACC_FILTER_PAUSED | c@b.example",
        "accounts?filter=ACC_FILTER_W_PAUSED | b@b.example",
        "accounts?filter=ACC_FILTER_DFY | ",
        "accounts?provider_code=1 | ",
        "accounts?search=A@B | a@b.example",
      })
  void accountsAreFilteredByStatusProviderWarmupAndSearch(String path, String emails) {
    assertThat(String.join(",", instantly.get(path).items("email")))
        .isEqualTo(emails == null ? "" : emails);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "campaigns?status=9",
        "campaigns?status=x",
        "accounts?filter=ALL",
        "accounts?sort_by=age",
        "accounts?include_tags=1",
        "accounts?starting_after=nonsense"
      })
  void aParameterThatMeansNothingIs400(String path) {
    assertThat(instantly.get(path).status()).isEqualTo(400);
  }
}
