package agency.steward.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.ids.Ids;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.look.Finding;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class NewDelegatesTest {
  @Inject NewDelegates delegates;
  @Inject Registered registered;

  @Test
  void whatSomebodyElseRegisteredBetweenTheProofAndTheWriteIsLeftToThem() {
    String run = "delegates-" + Ids.next();
    Workspace admin = registered.onPaper(run + "-admin", Map.of());
    registered.onPaper(run + "-3", Map.of());
    List<Finding> proven =
        IntStream.range(0, 8)
            .mapToObj(i -> new Finding(new InstantlyWorkspaceId(run + "-" + i), "Sub", List.of()))
            .toList();

    List<Workspace> added = delegates.register(admin, proven, Map.of(), Asker.STEWARD);

    assertThat(added)
        .extracting(workspace -> workspace.instantlyId().value())
        .containsExactlyElementsOf(Stream.of(0, 1, 2, 4, 5, 6, 7).map(i -> run + "-" + i).toList());
  }
}
