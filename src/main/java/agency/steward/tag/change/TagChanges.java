package agency.steward.tag.change;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.apply.OneChange;
import agency.steward.changeset.guard.Guard;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What can be done to tags, one change at a time. */
@ApplicationScoped
public class TagChanges {
  static final String AREA = "tag";

  /** Held by whoever changes what is tagged; there is nothing to be seen besides. */
  static final SharedGround MAPPINGS =
      new SharedGround("tag-mappings", (instantly, inDoubt) -> List.of());

  private static final List<Guard> LIVE_SENDER = List.of(new LiveSenderGuard());
  private static final ChangeKind ENSURE = new Ensuring();
  private static final ChangeKind EDIT = new Edit();
  private static final ChangeKind DELETE = new Deletion(LIVE_SENDER);
  private static final ChangeKind ASSIGN = new Assignment(LIVE_SENDER);
  private static final ChangeKind DELETE_CONFIRMED = new Deletion(List.of());
  private static final ChangeKind ASSIGN_CONFIRMED = new Assignment(List.of());

  private final OneChange one;

  TagChanges(OneChange one) {
    this.one = one;
  }

  /**
   * @param tag {@code label}, and {@code description} where it is wanted
   */
  public Response ensure(Workspace workspace, ObjectNode tag) {
    return one.make(workspace, ENSURE, Ensuring.intent(tag));
  }

  /**
   * @param set {@code label} and {@code description} as they shall be; null takes a description
   *     away
   */
  public Response edit(Workspace workspace, String tagId, ObjectNode set) {
    return one.make(workspace, EDIT, Edit.intent(tagId, set));
  }

  /**
   * @param confirmed whether the caller wants it although live campaigns send by the tag
   */
  public Response delete(Workspace workspace, String tagId, boolean confirmed) {
    return one.make(workspace, confirmed ? DELETE_CONFIRMED : DELETE, Deletion.intent(tagId));
  }

  /**
   * @param confirmed whether the caller wants it although it changes who sends in live campaigns
   */
  public Response assign(Workspace workspace, Batch batch, boolean confirmed) {
    return one.make(workspace, confirmed ? ASSIGN_CONFIRMED : ASSIGN, batch.intent());
  }

  @Produces
  @Singleton
  static ChangeKind tagEnsure() {
    return ENSURE;
  }

  @Produces
  @Singleton
  static ChangeKind tagChange() {
    return EDIT;
  }

  @Produces
  @Singleton
  static ChangeKind tagDelete() {
    return DELETE;
  }

  @Produces
  @Singleton
  static ChangeKind tagAssign() {
    return ASSIGN;
  }
}
