package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code custom-tags/toggle-resource}, facts.md 4.3. */
class ToggleTest {
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'tags':['t','other'],'campaigns':[{'name':'Spring'},{'name':'Autumn'}],"
              + "'accounts':[{'email':'a@b.example'},{'email':'b@b.example','status':2},"
              + "{'email':'c@b.example','status':-1,'tags':['other']}]}");
  private final String tag = tag("t");

  private String tag(String label) {
    return instantly.get("custom-tags?search=" + label).items("id").getFirst();
  }

  private Reply toggle(String rest) {
    return instantly.post(
        "custom-tags/toggle-resource",
        "{'tag_ids':['%s'],'resource_type':1,'assign':true,%s}".formatted(tag, rest));
  }

  private List<String> tagged() {
    return instantly.get("accounts?tag_ids=" + tag).items("email");
  }

  @Test
  void itSetsAndDoesNotFlip() {
    assertThat(toggle("'resource_ids':['a@b.example']").json())
        .isEqualTo(Reply.json("{\"success\":true}"));
    toggle("'resource_ids':['a@b.example']");

    assertThat(tagged()).containsExactly("a@b.example");
    assertThat(instantly.get("custom-tag-mappings?resource_ids=a@b.example").items("id"))
        .hasSize(1);
  }

  @Test
  void assignFalseTakesTheTagAway() {
    toggle("'resource_ids':['a@b.example','b@b.example']");

    instantly.post(
        "custom-tags/toggle-resource",
        "{'tag_ids':['%s'],'resource_type':1,'assign':false,'resource_ids':['a@b.example']}"
            .formatted(tag));

    assertThat(tagged()).containsExactly("b@b.example");
  }

  @Test
  void campaignsAreOfTypeTwo() {
    String campaign = instantly.get("campaigns").items("id").getFirst();

    instantly.post(
        "custom-tags/toggle-resource",
        "{'tag_ids':['%s'],'resource_type':2,'assign':true,'resource_ids':['%s']}"
            .formatted(tag, campaign));

    assertThat(instantly.get("campaigns?tag_ids=" + tag).items("name")).containsExactly("Spring");
    assertThat(tagged()).isEmpty();
  }

  @Test
  void selectedAllWithoutFilterTouchesEverything() {
    toggle("'selected_all':true");

    assertThat(tagged()).containsExactly("a@b.example", "b@b.example", "c@b.example");
  }

  @Test
  void excludedResourcesAreLeftOut() {
    toggle("'selected_all':true,'excluded_resource_ids':['b@b.example']");

    assertThat(tagged()).containsExactly("a@b.example", "c@b.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "~search~:~a@~ | a@b.example",
        "~filter~:{~search~:~a@~} | a@b.example",
        "~search~:~b@b~,~filter~:{~search~:~a@~} | b@b.example",
        "~filter~:~ACC_FILTER_PAUSED~ | b@b.example",
        "~filter~:{~filter~:~ACC_FILTER_ERROR~} | c@b.example",
        "~filter~:{~tag_id~:~no-tag~} | a@b.example,b@b.example",
        "~filter~:{~tag_id~:~OTHER~} | c@b.example",
        "~filter~:{~tag_ids~:[~OTHER~]} | c@b.example",
        "~filter~:{~tag_ids_all~:[~OTHER~]} | c@b.example",
        "~filter~:null | a@b.example,b@b.example,c@b.example",
      })
  void searchAndFilterNarrowSelectedAll(String filter, String expected) {
    assertThat(
            toggle("'selected_all':true," + filter.replace('~', '"').replace("OTHER", tag("other")))
                .status())
        .isEqualTo(200);

    assertThat(String.join(",", tagged())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x':1",
        "'selected_all':false",
        "'resource_ids':[]",
        "'resource_ids':['a@b.example'],'search':'a'",
        "'resource_ids':['a@b.example'],'excluded_resource_ids':['b@b.example']",
        "'selected_all':true,'filter':'ACC_FILTER_WRONG'",
        "'selected_all':true,'filter':{'wrong':1}",
      })
  void aBodyThatDoesNotFitIs400(String rest) {
    assertThat(toggle(rest).status()).isEqualTo(400);
    assertThat(tagged()).isEmpty();
  }

  @Test
  void theSingularFieldsOfOldClientsAre400() {
    assertThat(
            instantly
                .post(
                    "custom-tags/toggle-resource",
                    "{'tag_id':'%s','resource_id':'a@b.example'}".formatted(tag))
                .message())
        .isEqualTo("body must have required property 'tag_ids'");
  }

  @Test
  void unknownTagsAndResourcesAre404() {
    assertThat(toggle("'resource_ids':['nobody@b.example']").status()).isEqualTo(404);
    assertThat(
            instantly
                .post(
                    "custom-tags/toggle-resource",
                    "{'tag_ids':['none'],'resource_type':1,'assign':true,'selected_all':true}")
                .status())
        .isEqualTo(404);
  }
}
