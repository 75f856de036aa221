package agency.steward.apikey.shown;

import static agency.steward.apikey.shown.Use.SOMEBODY_ELSES;
import static agency.steward.apikey.shown.Use.STEWARDS;
import static agency.steward.apikey.shown.Use.UNPROVEN;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.ids.Ids;
import agency.steward.workspace.Credential;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UseTest {
  private static final String OURS = "sha256:0123456789ab";
  private static final String OTHER = "sha256:ba9876543210";

  private static ObjectNode key(String id, String fingerprint) {
    ObjectNode key = JsonNodeFactory.instance.objectNode().put("id", id);
    return fingerprint.isEmpty() ? key : key.put("fingerprint", fingerprint);
  }

  private static Credential own(String keyId) {
    return new Credential.OwnKey(
        Optional.of(keyId).filter(id -> !id.isEmpty()), OURS, 1, Instant.EPOCH);
  }

  private static List<Use> uses(Credential credential, ObjectNode... keys) {
    List<ObjectNode> all = List.of(keys);
    return all.stream().map(key -> Use.of(key, credential, all)).toList();
  }

  @Test
  void theIdIsEnoughWhateverTheListShows() {
    assertThat(uses(own("a"), key("a", ""), key("b", "")))
        .containsExactly(STEWARDS, SOMEBODY_ELSES);
  }

  @Test
  void elseTheValueTells() {
    assertThat(uses(own(""), key("a", OTHER), key("b", OURS), key("c", "")))
        .containsExactly(SOMEBODY_ELSES, STEWARDS, SOMEBODY_ELSES);
  }

  @Test
  void whereNoValueIsShownNobodyKnows() {
    assertThat(uses(own(""), key("a", ""), key("b", ""))).containsOnly(UNPROVEN);
  }

  /** Steward's own key has to be in its list: values that are all others' are hashes or masks. */
  @Test
  void whereEveryValueLooksLikeAnothersTheyProveNothing() {
    assertThat(uses(own(""), key("a", OTHER), key("b", OTHER))).containsOnly(UNPROVEN);
  }

  @Test
  void theOnlyKeyIsTheOneTheListWasReadWith() {
    assertThat(uses(own(""), key("a", ""))).containsExactly(STEWARDS);
  }

  @Test
  void aDelegatedWorkspaceIsReachedWithNoneOfItsOwn() {
    var delegated = new Credential.Delegated(new WorkspaceId(Ids.next()), Instant.EPOCH);

    assertThat(uses(delegated, key("a", ""))).containsExactly(SOMEBODY_ELSES);
  }
}
