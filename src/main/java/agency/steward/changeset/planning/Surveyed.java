package agency.steward.changeset.planning;

import agency.steward.changeset.Present;
import agency.steward.changeset.guard.Violation;
import agency.steward.problem.Problem;
import agency.steward.workspace.WorkspaceId;
import java.util.Optional;

/** What looking at one target has come to. */
sealed interface Surveyed {

  WorkspaceId workspace();

  /** As it was then, or empty for one that is no longer registered. */
  String name();

  /** How much was seen, where it was read whole. */
  default Optional<Glance> glance() {
    return this instanceof Seen seen
        ? Optional.of(Glance.of(seen.workspace(), seen.present()))
        : Optional.empty();
  }

  /** It was read whole. */
  record Seen(WorkspaceId workspace, String name, Present present) implements Surveyed {}

  /** A rule for the whole workspace objects: it was not read, or what was read is not believed. */
  record Closed(WorkspaceId workspace, String name, Violation why) implements Surveyed {}

  /** It could not be read. */
  record Unreadable(WorkspaceId workspace, String name, Problem why) implements Surveyed {}
}
