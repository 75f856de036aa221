package agency.steward.registration;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.registration.errand.Errands;
import agency.steward.registration.look.RegistrationConfig;
import agency.steward.registration.reprobe.Reprobing;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspacesConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class UpkeepTest {
  @Inject Reprobing reprobing;
  @Inject Errands errands;

  @Test
  void aClientWhoPaysComesBackWithoutAnybodyAskingForIt() {
    SandboxWorkspace acme = SandboxControl.workspace();
    String id = Fleet.registered(acme);
    SandboxControl.patch(acme.id(), "{\"plan_active\":false}");
    Fleet.post(id, "verify").body("state", equalTo("plan_inactive"));
    SandboxControl.patch(acme.id(), "{\"plan_active\":true}");
    var upkeep =
        new Upkeep(
            reprobing,
            errands,
            config(Map.of(), RegistrationConfig.class),
            config(Map.of("steward.workspaces.reprobe-every", "PT1S"), WorkspacesConfig.class));

    upkeep.start(new StartupEvent());
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> Fleet.get(id).body("state", equalTo("active")));
    } finally {
      upkeep.stop(new ShutdownEvent());
    }
  }

  private static <T> T config(Map<String, String> values, Class<T> mapping) {
    return new SmallRyeConfigBuilder()
        .withMapping(mapping)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(mapping);
  }
}
