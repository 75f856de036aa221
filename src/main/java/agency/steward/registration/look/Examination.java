package agency.steward.registration.look;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.registration.chronicle.Asker;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Checks a registered workspace again, whatever its state, so that a client who has paid becomes
 * active by itself.
 */
@ApplicationScoped
public class Examination {
  private final Instantly instantly;
  private final LinkLook links;
  private final Workspaces workspaces;
  private final Verdicts verdicts;
  private final RegistrationConfig config;
  private final Clock clock;

  Examination(
      Instantly instantly,
      LinkLook links,
      Workspaces workspaces,
      Verdicts verdicts,
      RegistrationConfig config,
      Clock clock) {
    this.instantly = instantly;
    this.links = links;
    this.workspaces = workspaces;
    this.verdicts = verdicts;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Throws if the look told nothing about the workspace: Instantly is away, or the admin workspace
   * through which it is reached is broken.
   *
   * @return the workspace after the look
   */
  public Workspace of(Workspace workspace, Asker asker) {
    Look look = look(workspace, Deadline.in(config.lookDeadline()));
    look.conditions().forEach(seen -> workspaces.observe(workspace.id(), seen));
    return verdicts.settle(workspace, look.name(), asker);
  }

  private Look look(Workspace workspace, Deadline deadline) {
    return switch (workspace.credential()) {
      case Credential.OwnKey ignored -> there(workspace, deadline);
      case Credential.Delegated delegated ->
          links
              .broken(workspace, delegated, deadline)
              .map(Look::of)
              .orElseGet(() -> links.accepted(there(workspace, deadline)));
    };
  }

  private Look there(Workspace workspace, Deadline deadline) {
    return Eye.at(workspace, () -> instantly.probing(workspace, deadline), clock.instant());
  }
}
