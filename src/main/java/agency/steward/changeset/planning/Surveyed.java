package agency.steward.changeset.planning;

import agency.steward.changeset.Present;
import agency.steward.changeset.guard.Violation;
import agency.steward.problem.Problem;
import agency.steward.workspace.WorkspaceId;

/** What looking at one target has come to. */
sealed interface Surveyed {

  WorkspaceId workspace();

  /** As it was then, or empty for one that is no longer registered. */
  String name();

  /** It was read whole. */
  record Seen(WorkspaceId workspace, String name, Present present) implements Surveyed {}

  /** It was read, but a rule for the whole workspace minds what was seen. */
  record Doubted(WorkspaceId workspace, String name, Present present, Violation why)
      implements Surveyed {}

  /** It was not read because a rule for the whole workspace minds. */
  record Closed(WorkspaceId workspace, String name, Violation why) implements Surveyed {}

  /** It could not be read. */
  record Unreadable(WorkspaceId workspace, String name, Problem why) implements Surveyed {}
}
