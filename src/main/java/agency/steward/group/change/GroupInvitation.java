package agency.steward.group.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.link.Links;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The admin workspace invites a sub workspace. Its owner has to accept in Instantly's app; Steward
 * cannot (facts.md 1.4).
 */
final class GroupInvitation implements GroupKind {
  static final String NAME = "group_invite";

  private final Links links;
  private final GroupRemoval removal;

  /**
   * @param removal the way back
   */
  GroupInvitation(Links links, GroupRemoval removal) {
    this.links = links;
    this.removal = removal;
  }

  /**
   * @param sub Instantly's id of the sub workspace
   */
  static Intent intent(String sub) {
    return new Intent(
        "group:sub:" + sub, JsonNodeFactory.instance.objectNode().put(LinkObject.SUB, sub));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Guard> guards() {
    return List.of();
  }

  /** A rejected link does not count: after it the sub workspace can be invited again. */
  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return LinkObject.open(links.objects(instantly), sub(intent));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    return InvitePlan.of(sub(intent), present);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.post(LinkReads.PATH, intent.data());
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Optional<ObjectNode> now =
        written
            .map(link -> LinkObject.text(link, LinkObject.ID))
            .filter(id -> !id.isEmpty())
            .map(id -> LinkReads.get(instantly, id))
            .orElseGet(() -> detect(instantly, intent));
    Sight sight = sight(intent, change, now);
    if (sight instanceof Sight.AsWanted) {
      links.changed(
          instantly.workspace().id()); // from now on it has a group, whatever is remembered
    }
    return sight;
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    return now.filter(link -> isSubject(link, intent, change)).isPresent()
        ? new Sight.AsWanted(now)
        : new Sight.AsBefore(now);
  }

  @Override
  public Present survey(InstantlyWorkspace instantly) {
    return removal.survey(instantly);
  }

  @Override
  public boolean isSubject(ObjectNode link, Intent intent, Change change) {
    return LinkObject.text(link, LinkObject.SUB).equals(sub(intent)) && LinkObject.isOpen(link);
  }

  @Override
  public String inverseKind() {
    return GroupRemoval.NAME;
  }

  /**
   * The link ends, whether it was accepted meanwhile or not; never one that somebody else has made
   * after ours was rejected.
   */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return LinkObject.open(present.objects(), sub(intent))
        .filter(link ->
            done.objectId().filter(LinkObject.text(link, LinkObject.ID)::equals).isPresent())
        .map(removal::step);
  }

  /**
   * One of many.
   *
   * @param open the link of the two, where there is one
   */
  Step step(String sub, Optional<ObjectNode> open) {
    return step(sub, InvitePlan.of(sub, open));
  }

  Step step(String sub, Plan plan) {
    Intent intent = intent(sub);
    return new Step(sub, intent.data(), true, this, intent, plan);
  }

  @Override
  public Problem explain(Problem refusal, Sight found) {
    return switch (refusal.code()) {
      case ALREADY_EXISTS ->
          Problem.of(
                  ProblemCode.ALREADY_EXISTS,
                  "Instantly refuses the invitation, and this workspace has no link to that one: it"
                      + " has another parent or an open invitation of another workspace, or one of"
                      + " both cannot be in a group that way. A workspace has one parent at most,"
                      + " and none is admin and sub at once.")
              .at("/" + LinkObject.SUB, "Has another parent or invitation");
      case NOT_FOUND_IN_WORKSPACE ->
          Problem.of(
                  refusal.code(),
                  "Instantly knows no workspace with this id; it is the instantly_workspace_id of the one to join.")
              .at("/" + LinkObject.SUB, "Is no workspace of Instantly's");
      default -> refusal;
    };
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    ObjectNode link = now.orElseThrow();
    ObjectNode body = Outward.object(workspace, link);
    return changed
        ? Answer.created(
            "/v1/workspaces/%s/group-members/%s"
                .formatted(workspace.id(), LinkObject.text(link, LinkObject.ID)),
            body)
        : Answer.ok(body);
  }

  private static String sub(Intent intent) {
    return LinkObject.text(intent.data(), LinkObject.SUB);
  }
}
