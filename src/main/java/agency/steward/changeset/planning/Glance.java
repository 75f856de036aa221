package agency.steward.changeset.planning;

import agency.steward.changeset.Present;
import agency.steward.workspace.WorkspaceId;
import java.time.Instant;

/**
 * What remains of a complete look once its rows are planned. The objects themselves would lie
 * there, of all targets, until the last one has answered.
 *
 * @param list which list it was
 * @param count how many objects it had
 */
record Glance(WorkspaceId workspace, String list, int count, Instant at) {

  static Glance of(WorkspaceId workspace, Present present) {
    return new Glance(workspace, present.list(), present.objects().size(), present.at());
  }
}
