package agency.steward.workspace;

import java.util.Set;

/** Which workspaces a change of many is about. */
public sealed interface WorkspaceChoice {

  /** Those that a selector picks now. */
  record Selected(Selector selector) implements WorkspaceChoice {}

  /** Those of these that exist. */
  record Named(Set<WorkspaceId> ids) implements WorkspaceChoice {}

  /** The whole fleet. */
  record All() implements WorkspaceChoice {}
}
