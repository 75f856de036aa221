package agency.steward.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.credential.ApiKey;
import agency.steward.credential.KeyPlace;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemException;
import agency.steward.testing.LogCapture;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(VaultStore.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class VaultCanaryTest {
  private static final String VALUE = "CANARY-vault-room-5f2c9d71e0";

  @Inject VaultCustody custody;

  private final WorkspaceId workspace = new WorkspaceId(Ids.next());
  private FakeVault vault;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void start() {
    vault = VaultStore.start();
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void accident17_noKeyValueAppearsInALogLineOrAProblemOfCustody() {
    try (var logs = LogCapture.everything()) {
      for (Trouble trouble : troubles()) {
        vault.has(trouble);
        hear(() -> custody.store(workspace, new ApiKey(VALUE), custody.current(workspace)));
        hear(() -> custody.store(workspace, new ApiKey(VALUE), 7));
        hear(() -> custody.current(workspace));
        hear(() -> custody.read(workspace, 1).toString());
        hear(() -> {
          custody.deliveries().deliver(new KeyPlace(workspace, "k"), new ApiKey(VALUE));
          return custody.deliveries().has(new KeyPlace(workspace, "k"));
        });
        hear(() -> custody.keep(Set.of(new KeyAt(workspace, 2))));
        hear(() -> {
          custody.destroy(workspace);
          return custody;
        });
      }

      assertThat(logs.text()).isNotEmpty();
      assertThat(said).isNotEmpty();
      assertThat(logs.text()).doesNotContain(VALUE, FakeVault.SECRET_ID);
      assertThat(String.join("\n", said)).doesNotContain(VALUE, FakeVault.SECRET_ID);
    }
  }

  private static List<Trouble> troubles() {
    return List.of(
        Trouble.NONE,
        Trouble.SEALED,
        Trouble.says(400, Map.of("errors", new String[] {"cannot store " + VALUE})),
        Trouble.says(403, Map.of("errors", new String[] {"no right to " + VALUE})),
        Trouble.says(500, Map.of("errors", new String[] {"storage failed for " + VALUE})),
        Trouble.saysText(502, "text/html", "<html>Bad request: " + VALUE + "</html>"),
        Trouble.saysText(200, "text/html", "<html>" + VALUE + "</html>"),
        Trouble.saysText(200, "application/json", "{\"data\":{\"data\":{\"api_key\":\"" + VALUE),
        Trouble.saysText(
            200,
            "application/json",
            "{\"data\":{\"data\":{\"api_key\":\"a\\n"
                + VALUE
                + "\"},\"metadata\":{\"version\":1}}}"),
        Trouble.HUNG_UP);
  }

  private void hear(Supplier<Object> call) {
    try {
      said.add(String.valueOf(call.get()));
    } catch (ProblemException e) {
      var stack = new StringWriter();
      e.printStackTrace(new PrintWriter(stack));
      said.add(e.problem() + "\n" + stack);
    }
  }
}
