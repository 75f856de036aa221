package agency.steward.owner;

import agency.steward.changeset.Answer;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A workspace changes hands. Made for one request, it holds that request's secret; without one it
 * can only look what became of a transfer. No guard of the people minds: the owner is not removed
 * but replaced, and who was the last admin gains what an admin has; the answer counts who is left.
 */
final class Transfer implements ChangeKind {
  static final String NAME = "owner_transfer";
  private static final String PATH = "/workspaces/current/change-owner";

  private final Optional<Sec> sec;

  Transfer(Optional<Sec> sec) {
    this.sec = sec;
  }

  static Intent intent(String address) {
    return new Intent("owner", JsonNodeFactory.instance.objectNode().put(Ownership.EMAIL, address));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String area() {
    return "workspace";
  }

  @Override
  public List<Guard> guards() {
    return List.of();
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    String owner = Ownership.user(instantly);
    List<ObjectNode> members = Ownership.members(instantly);
    return Optional.of(Standing.before(owner, members, address(intent)));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    return TransferPlan.of(present.orElseThrow());
  }

  /** Who is admin must not change meanwhile: an admin may become the owner. */
  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return Optional.of(new SharedGround(SharedGround.ADMINS, (instantly, inDoubt) -> List.of()));
  }

  /** To the address that Instantly itself has of them. */
  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put(Ownership.EMAIL, change.subject())
            .put("sec", sec.orElseThrow().reveal());
    return instantly.postQuietly(PATH, body);
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    String owner = Ownership.user(instantly);
    if (owner.equals(user(change.before()))) {
      return new Sight.AsBefore(Optional.of(Ownership.described(owner, Optional.empty())));
    }
    var now = Standing.after(owner, Ownership.members(instantly), change.before().orElseThrow());
    return owner.equals(user(change.after()))
        ? new Sight.AsWanted(Optional.of(now))
        : new Sight.Different(Optional.of(now));
  }

  /** Instantly's own words are not known here. */
  @Override
  public Problem explain(Problem refusal, Sight found) {
    return TransferPlan.refused(refusal);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(Outward.object(workspace, Standing.shown(now.orElseThrow())));
  }

  private static String user(Optional<ObjectNode> state) {
    return state.map(owner -> owner.path(Ownership.USER).asText()).orElse("");
  }

  private static String address(Intent intent) {
    return intent.data().path(Ownership.EMAIL).asText();
  }
}
