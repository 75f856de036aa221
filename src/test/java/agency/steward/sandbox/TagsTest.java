package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 4.3, tags and mappings. */
class TagsTest {
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'accounts':[{'email':'a@b.example','tags':['vip']},"
              + "{'email':'b@b.example','tags':['vip','west']}],'tags':['spare']}");

  private String tag(String label) {
    return instantly.get("custom-tags?search=" + label).json().at("/items/0/id").textValue();
  }

  @Test
  void aLabelExistsOnceAfterTrimming() {
    instantly.post("custom-tags", "{'label':'new','description':'d'}");

    Reply second = instantly.post("custom-tags", "{'label':'  new '}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.message()).isEqualTo("A tag with this name already exists.");
  }

  @Test
  void caseMakesAnotherLabel() {
    assertThat(instantly.post("custom-tags", "{'label':'VIP'}").status()).isEqualTo(200);
  }

  @Test
  void renamingToATakenLabelIs409() {
    assertThat(instantly.patch("custom-tags/" + tag("spare"), "{'label':'vip'}").status())
        .isEqualTo(409);
    assertThat(instantly.patch("custom-tags/" + tag("spare"), "{'label':'spare'}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'label':''}", "{'label':'   '}", "{'name':'x','color':'red'}", "{}"})
  void aLabelNeedsSomethingToRead(String body) {
    assertThat(instantly.post("custom-tags", body).status()).isEqualTo(400);
  }

  @Test
  void tagsAreFilteredBySearchByIdAndByResource() {
    assertThat(instantly.get("custom-tags?search=VI").items("label")).containsExactly("vip");
    assertThat(
            instantly.get("custom-tags?tag_ids=" + tag("west") + "," + tag("spare")).items("label"))
        .containsExactlyInAnyOrder("west", "spare");
    assertThat(instantly.get("custom-tags?resource_ids=a@b.example").items("label"))
        .containsExactly("vip");
  }

  @Test
  void aTagIsReadPatchedAndDeletedById() {
    String id = tag("spare");
    assertThat(instantly.patch("custom-tags/" + id, "{'description':'kept'}").text("description"))
        .isEqualTo("kept");
    assertThat(instantly.get("custom-tags/" + id).text("label")).isEqualTo("spare");
    assertThat(instantly.delete("custom-tags/" + id).text("label")).isEqualTo("spare");
    assertThat(instantly.get("custom-tags/" + id).status()).isEqualTo(404);
  }

  @Test
  void mappingsAreFilteredByResourceAndNotByTag() {
    assertThat(instantly.get("custom-tag-mappings?resource_ids=b@b.example").items("resource_id"))
        .containsExactly("b@b.example", "b@b.example");
    assertThat(instantly.get("custom-tag-mappings?tag_id=" + tag("west")).items("id")).hasSize(3);
  }

  @Test
  void theTypeOfAnAccountIsOneAsTheEnumHasItAndNotAsTheProseSays() {
    assertThat(instantly.get("custom-tag-mappings").items("resource_type")).containsOnly("1");
  }

  @Test
  void deletingATagDeletesItsMappings() {
    instantly.delete("custom-tags/" + tag("vip"));

    assertThat(instantly.get("custom-tag-mappings").items("resource_id"))
        .containsExactly("b@b.example");
  }
}
