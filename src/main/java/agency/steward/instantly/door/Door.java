package agency.steward.instantly.door;

import agency.steward.credential.ApiKey;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import java.util.Optional;

/** Where a bound client leads. */
public sealed interface Door {

  /** A registered workspace. */
  record Registered(Workspace workspace) implements Door {}

  /** Whatever workspace a key belongs to. */
  record Bare(ApiKey key) implements Door {}

  /** A sub workspace through a registered admin workspace. */
  record Through(Workspace admin, InstantlyWorkspaceId sub) implements Door {}

  /** Who must be behind it; none where that is what is asked. */
  default Optional<InstantlyWorkspaceId> expected() {
    return switch (this) {
      case Registered(var workspace) -> Optional.of(workspace.instantlyId());
      case Bare bare -> Optional.empty();
      case Through(var admin, var sub) -> Optional.of(sub);
    };
  }

  /** The workspace behind it, where it is registered. */
  default Optional<Workspace> registered() {
    return this instanceof Registered(var workspace) ? Optional.of(workspace) : Optional.empty();
  }

  /** Steward's id of it. */
  default Optional<WorkspaceId> tenant() {
    return registered().map(Workspace::id);
  }
}
