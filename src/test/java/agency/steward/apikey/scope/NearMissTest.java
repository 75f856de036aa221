package agency.steward.apikey.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {

  @ParameterizedTest
  @CsvSource({
    "campaigns.read,campaigns:read",
    "campaigns/read,campaigns:read",
    "campaigns_read,campaigns:read",
    "Campaigns:READ,campaigns:read",
    "campaign:read,campaigns:read",
    "campagins:read,campaigns:read",
    "campaigns:raed,campaigns:read",
    "campaigns:view,campaigns:read",
    "campaigns:write,campaigns:update",
    "campaigns:*,campaigns:all",
    "campaigns,campaigns:read",
    "background_jobs:read,background-jobs:read",
    "lead_labels:all,lead-labels:all",
    "workspace-members:create,workspace_members:create",
    "block_list_entry:read,block_list_entries:read",
    "*:*,all:all",
    "webhook:delete,webhooks:delete",
    "api_key:list,api_keys:read",
  })
  void aNearMissIsFound(String word, String meant) {
    assertThat(NearMiss.of(word)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "supersearch_enrichments:read", "everything", "-", "read"})
  void whatIsNearNothingIsNotGuessed(String word) {
    assertThat(NearMiss.of(word)).isEmpty();
  }

  @Test
  void everyScopeIsNearestToItself() {
    assertThat(Catalogue.all()).allSatisfy(scope -> assertThat(NearMiss.of(scope)).contains(scope));
  }

  @Test
  void aPastedKeyIsNearNothing() {
    assertThat(NearMiss.of("x".repeat(5000))).isEmpty();
  }
}
