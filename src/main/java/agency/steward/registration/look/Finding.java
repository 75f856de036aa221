package agency.steward.registration.look;

import agency.steward.workspace.Condition;
import agency.steward.workspace.InstantlyWorkspaceId;
import java.util.List;

/**
 * Where a credential leads, proven by {@code GET /workspaces/current}.
 *
 * @param name Instantly's name of the workspace
 */
public record Finding(InstantlyWorkspaceId id, String name, List<Condition> conditions) {
  public Finding {
    conditions = List.copyOf(conditions);
  }
}
