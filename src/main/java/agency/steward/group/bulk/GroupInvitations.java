package agency.steward.group.bulk;

import agency.steward.access.Ceiling;
import agency.steward.access.Right;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.group.SubId;
import agency.steward.group.change.GroupKinds;
import agency.steward.group.change.NoGroup;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code group_invite}: a workspace invites others into its group. That is done in the admin
 * workspace, whose key and quota it takes; those that are to join are what its rows are about.
 */
@ApplicationScoped
class GroupInvitations implements BulkKind {
  private static final String ADMIN = "admin_workspace";
  private static final String ADMIN_ID = "admin_workspace_id";
  private static final String SUB = "sub_workspace_id";

  private final GroupKinds kinds;
  private final Registered registered;
  private final Ceiling ceiling;

  GroupInvitations(GroupKinds kinds, Registered registered, Ceiling ceiling) {
    this.kinds = kinds;
    this.registered = registered;
    this.ceiling = ceiling;
  }

  @Override
  public String name() {
    return "group_invite";
  }

  @Override
  public String workspaceColumn() {
    return ADMIN;
  }

  @Override
  public List<String> columns() {
    return List.of(SUB);
  }

  @Override
  public List<String> specFields() {
    return List.of(ADMIN_ID);
  }

  @Override
  public ObjectNode row(Fields row) {
    Optional<String> sub = row.needed(SUB);
    sub.flatMap(id -> SubId.fault(id).or(() -> registered.find(id).map(SubId::isStewards)))
        .ifPresent(why -> row.fault(SUB, why));
    return wish(sub.orElse(""));
  }

  private static ObjectNode wish(String sub) {
    return JsonNodeFactory.instance.objectNode().put(SUB, sub);
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    Optional<String> id = spec.needed(ADMIN_ID);
    Optional<Workspace> admin = id.flatMap(registered::find);
    if (id.isPresent() && admin.isEmpty()) {
      spec.fault(
          ProblemCode.WORKSPACE_NOT_FOUND,
          ADMIN_ID,
          "There is no such workspace, or it is outside your grants. This is Steward's id of it");
    }
    admin
        .flatMap(found -> NoGroup.why("", found.instantlyId().value(), found.isDelegated()))
        .ifPresent(why -> spec.fault(ADMIN_ID, why));
    return List.of(JsonNodeFactory.instance.objectNode().put(ADMIN_ID, id.orElse("")));
  }

  /** All in the admin workspace, which does not invite itself where it is picked with others. */
  @Override
  public Optional<Map<Workspace, List<ObjectNode>>> elsewhere(
      List<Workspace> targets, List<ObjectNode> wishes) {
    Workspace admin = registered.find(wishes.getFirst().path(ADMIN_ID).asText()).orElseThrow();
    List<ObjectNode> joining =
        targets.stream()
            .filter(target -> !target.id().equals(admin.id()))
            .map(target -> wish(target.instantlyId().value()))
            .toList();
    return Optional.of(Map.of(admin, joining));
  }

  @Override
  public String key(ObjectNode row) {
    return row.path(SUB).asText();
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.GROUP_INVITE);
  }

  /** Whatever is asked: that key reaches every workspace of the group. */
  @Override
  public void checkCeiling(Workspace admin, List<ObjectNode> asked) {
    ceiling.group(admin, Right.GROUP_INVITE);
  }

  /** No more than one by one. */
  @Override
  public boolean isOpenToAutomation() {
    return false;
  }

  @Override
  public Present look(InstantlyWorkspace instantly, List<Wish> wishes) {
    return kinds.survey(instantly);
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return wishes.stream()
        .map(wish -> key(wish.asked()))
        .distinct()
        .map(sub -> kinds.invite(present, sub))
        .toList();
  }
}
