package agency.steward.credential;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.ids.Ids;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class CustodyBeanTest {
  @Inject Custody custody;

  @Test
  void withoutAnyVaultThereIsACustody() {
    var workspace = new WorkspaceId(Ids.next());
    int version = custody.store(workspace, new ApiKey("bean-key"), 0);

    assertThat(custody.read(workspace, version)).isEqualTo(new ApiKey("bean-key"));
  }
}
