package agency.steward.tag.change;

import agency.steward.changeset.apply.OneChange;
import agency.steward.tag.change.assignment.Batch;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What can be done to tags, one change at a time. */
@ApplicationScoped
public class TagChanges {
  private final OneChange one;

  TagChanges(OneChange one) {
    this.one = one;
  }

  /**
   * @param tag {@code label}, and {@code description} where it is wanted
   */
  public Response ensure(Workspace workspace, ObjectNode tag) {
    return one.make(workspace, TagKinds.ENSURE, Ensuring.intent(tag));
  }

  /**
   * @param set {@code label} and {@code description} as they shall be; null takes a description
   *     away
   */
  public Response edit(Workspace workspace, String tagId, ObjectNode set) {
    return one.make(workspace, TagKinds.EDIT, Edit.intent(tagId, set));
  }

  /**
   * @param confirmed whether the caller wants it although live campaigns send by the tag
   */
  public Response delete(Workspace workspace, String tagId, boolean confirmed) {
    return one.make(
        workspace, confirmed ? TagKinds.DELETE_CONFIRMED : TagKinds.DELETE, Deletion.intent(tagId));
  }

  /**
   * @param confirmed whether the caller wants it although it changes who sends in live campaigns
   */
  public Response assign(Workspace workspace, Batch batch, boolean confirmed) {
    return one.make(
        workspace, confirmed ? TagKinds.ASSIGN_CONFIRMED : TagKinds.ASSIGN, batch.intent());
  }
}
