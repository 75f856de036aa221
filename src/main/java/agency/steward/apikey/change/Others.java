package agency.steward.apikey.change;

import agency.steward.workspace.WorkspaceId;
import java.util.Set;

/** What Steward has made of the same name for somebody else. */
@FunctionalInterface
interface Others {

  /** Ids of keys that are known to have come of other changes under this lock. */
  Set<String> made(WorkspaceId workspace, String lock);
}
