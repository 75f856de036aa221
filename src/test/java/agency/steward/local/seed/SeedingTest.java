package agency.steward.local.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.local.door.Door;
import agency.steward.local.seed.Client.Member;
import agency.steward.sandbox.Sandbox;
import agency.steward.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeedingTest {
  private Sandbox sandbox;
  private StewardStub steward;
  private InstantlySide instantly;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.onPort(0));
    steward = new StewardStub(sandbox.url());
    instantly = new InstantlySide(Door.to(sandbox.url()));
  }

  @AfterEach
  void stop() {
    steward.close();
    sandbox.close();
  }

  @Test
  void theAgencyHas24ClientsAndEachTroubleIsThere() {
    seed();

    assertThat(steward.registered).hasSize(24);
    assertThat(Agency.clients()).extracting(Client::code).hasSize(24).doesNotHaveDuplicates();
    assertTroubles();
  }

  @Test
  void killedAnywhereItIsContinuedAndNothingIsThereTwice() {
    for (int answers = 0; answers < 60; answers += 4) {
      steward.endsAfter(answers);
      try {
        seed();
      } catch (RuntimeException killed) {
        assertThat(steward.registered).hasSizeLessThan(25);
      }
    }
    steward.endsAfter(Integer.MAX_VALUE);
    seed();
    seed();

    assertThat(steward.registered).hasSize(24);
    assertThat(Door.to(sandbox.url()).get("/_sandbox/workspaces").findValuesAsText("name"))
        .hasSize(24)
        .doesNotHaveDuplicates();
    assertTroubles();
  }

  @Test
  void somewhereAnnIsTheLastAdminAndSomewhereSheIsNot() {
    assertThat(Agency.clients())
        .extracting(client -> admins(client).size())
        .contains(1, 2)
        .doesNotContain(0);
  }

  private void seed() {
    new Seeding(instantly, new StewardSide(Door.to(steward.url()))).run();
  }

  private void assertTroubles() {
    assertThatThrownBy(() -> as("Ember Analytics").get("/api/v2/workspaces/current"))
        .hasMessageContaining("402");
    assertThat(narrowKeys("Kestrel Security")).isEmpty();
    assertThat(narrowKeys("Harbor Legal"))
        .singleElement()
        .satisfies(key -> assertThat(key.path("scopes").toString()).doesNotContain("members"));
    assertThat(as("Northwind Group").get("/api/v2/workspace-group-members").path("items"))
        .hasSize(3)
        .allMatch(link -> link.path("status").asText().equals("accepted"));
  }

  private List<JsonNode> narrowKeys(String name) {
    return as(name)
        .get("/api/v2/api-keys?limit=100")
        .path("items")
        .valueStream()
        .filter(key -> key.path("name").asText().equals("steward"))
        .toList();
  }

  private Door as(String name) {
    return Door.to(sandbox.url()).as(instantly.find(name).orElseThrow().apiKey());
  }

  private static List<Member> admins(Client client) {
    return client.members().stream().filter(each -> each.role().equals("admin")).toList();
  }
}
