package agency.steward.owner;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.apply.OneChange;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The one thing that can be done to the owner, one workspace at a time. */
@ApplicationScoped
class OwnerChanges {
  private final OneChange one;

  OwnerChanges(OneChange one) {
    this.one = one;
  }

  Response transfer(Workspace workspace, String address, Sec sec) {
    return one.make(workspace, new Transfer(Optional.of(sec)), Transfer.intent(address));
  }

  /** For whoever finds out what became of a transfer: it has no secret and only looks. */
  @Produces
  @Singleton
  static ChangeKind withoutSecret() {
    return new Transfer(Optional.empty());
  }
}
