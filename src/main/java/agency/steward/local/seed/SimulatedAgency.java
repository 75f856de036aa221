package agency.steward.local.seed;

import agency.steward.local.door.Door;
import agency.steward.local.issuer.Issuer;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that the simulated agency is there: made on the first start, and after that left to
 * whoever works with it, except that what is slow is slow again after a restart.
 */
@ApplicationScoped
@IfBuildProfile("local")
public class SimulatedAgency {
  private static final Logger LOG = Logger.getLogger(SimulatedAgency.class);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  private final Path complete;
  private final Issuer issuer;

  SimulatedAgency(@ConfigProperty(name = "steward.local.data") Path data, Issuer issuer) {
    this.complete = data.resolve("seeded");
    this.issuer = issuer;
  }

  /** Makes it unless it was made; asks both sides over HTTP. */
  public void open(String stewardUrl, String sandboxUrl) {
    var instantly = new InstantlySide(Door.to(sandboxUrl));
    if (Files.exists(complete)) {
      Agency.slowOnes().forEach(each -> instantly.find(each.name()).ifPresent(instantly::slow));
      return;
    }
    LOG.info("Making the simulated agency of 24 client workspaces");
    String token = issuer.token("setup@agency.example", Set.of("agency-admin"), LONG_ENOUGH);
    new Seeding(instantly, new StewardSide(Door.to(stewardUrl).as(token))).run();
    remember();
  }

  private void remember() {
    try {
      Files.write(complete, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
