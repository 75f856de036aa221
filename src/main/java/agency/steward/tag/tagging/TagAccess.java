package agency.steward.tag.tagging;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whoever decides what carries a tag, or is told, has to be allowed to see it: tags select the
 * senders of campaigns, and grants that name tags show their holders what carries them.
 */
@ApplicationScoped
public class TagAccess {
  private final Access access;

  TagAccess(Access access) {
    this.access = access;
  }

  /** As {@link Access#require}, for the right and for all that can carry a tag. */
  public Workspace require(Right right, String workspaceId) {
    Workspace workspace = access.require(right, workspaceId);
    access.require(Right.CAMPAIGN_READ, workspaceId);
    access.require(Right.ACCOUNT_READ, workspaceId);
    return workspace;
  }
}
