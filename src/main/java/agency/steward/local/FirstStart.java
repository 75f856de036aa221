package agency.steward.local;

import agency.steward.local.issuer.Issuer;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the simulated agency is there. */
@Readiness
@ApplicationScoped
@IfBuildProfile("local")
class FirstStart implements HealthCheck {
  private final Issuer issuer;

  FirstStart(Issuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("simulated agency").status(issuer.isOpen()).build();
  }
}
