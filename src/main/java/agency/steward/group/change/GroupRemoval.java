package agency.steward.group.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.link.Links;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A link ends: the admin removes a sub workspace or takes an invitation back, or the sub workspace
 * leaves. Instantly does it at once (facts.md 1.4).
 */
final class GroupRemoval implements GroupKind {
  static final String NAME = "group_remove";
  private static final String LINK = "link_id";

  private final Links links;
  private final OwnLinks own;
  private final GroupInvitation invitation;

  GroupRemoval(Links links, OwnLinks own) {
    this.links = links;
    this.own = own;
    this.invitation = new GroupInvitation(links, this);
  }

  /** The way back. */
  GroupInvitation invitation() {
    return invitation;
  }

  static Intent intent(String linkId) {
    return new Intent(
        "group:link:" + linkId, JsonNodeFactory.instance.objectNode().put(LINK, linkId));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Guard> guards() {
    return List.of(new OwnLinkGuard());
  }

  /** Absence is proven from both sides, never by a 404 alone. */
  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return LinkReads.get(instantly, id(intent))
        .or(() -> LinkReads.asAdmin(instantly, id(intent)))
        .or(() -> LinkReads.asSub(instantly, id(intent)))
        .map(own::marked);
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    Optional<ObjectNode> before = present.map(GroupRemoval::before);
    var change =
        new Change(
            NAME,
            before.map(link -> LinkObject.text(link, LinkObject.SUB)).orElse(id(intent)),
            Optional.of(id(intent)),
            before,
            Optional.empty(),
            before.isEmpty() ? Effect.NEUTRAL : Effect.REDUCES,
            Reversibility.REINVITE);
    return before.isEmpty() ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  /** With the workspaces that are reached through it. */
  private static ObjectNode before(ObjectNode link) {
    ObjectNode before = LinkObject.essentials(link);
    if (link.path(OwnLinks.MARK).isObject()) {
      before.set(OwnLinks.MARK, link.path(OwnLinks.MARK));
    }
    return before;
  }

  /** Who is reached through it is for the guard to judge. */
  @Override
  public boolean startsAlike(Change planned, Change now) {
    return planned
        .before()
        .map(LinkObject::essentials)
        .equals(now.before().map(LinkObject::essentials));
  }

  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return change.before().map(own::ground);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.delete(LinkReads.path(id(intent)));
  }

  /** From the side on which the workspace is: an admin's list says nothing of a link as a sub. */
  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Optional<ObjectNode> now =
        isAdmin(instantly, change)
            ? LinkReads.asAdmin(instantly, id(intent))
            : LinkReads.asSub(instantly, id(intent)).or(() -> LinkReads.get(instantly, id(intent)));
    return sight(intent, change, now);
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    return now.isEmpty() ? new Sight.AsWanted(now) : new Sight.AsBefore(now);
  }

  private static boolean isAdmin(InstantlyWorkspace instantly, Change change) {
    String self = instantly.workspace().instantlyId().value();
    return change
        .before()
        .filter(link -> LinkObject.text(link, LinkObject.ADMIN).equals(self))
        .isPresent();
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.gone();
  }

  @Override
  public Present survey(InstantlyWorkspace instantly) {
    return Survey.of(instantly, own.marked(links.objects(instantly)));
  }

  @Override
  public boolean isSubject(ObjectNode link, Intent intent, Change change) {
    return LinkObject.text(link, LinkObject.ID).equals(id(intent));
  }

  @Override
  public String inverseKind() {
    return GroupInvitation.NAME;
  }

  /** Only the admin workspace invites, and the owner of the other one has to accept once more. */
  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return done.before()
        .filter(LinkObject::isOpen)
        .filter(was -> LinkObject.text(was, LinkObject.ADMIN).equals(Survey.self(present)))
        .map(was -> LinkObject.text(was, LinkObject.SUB))
        .filter(sub -> LinkObject.open(present.objects(), sub).isEmpty())
        .map(sub -> invitation.step(sub, Optional.empty()));
  }

  /** One of many. */
  Step step(ObjectNode link) {
    Intent intent = intent(LinkObject.text(link, LinkObject.ID));
    String sub = LinkObject.text(link, LinkObject.SUB);
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(LinkObject.SUB, sub);
    return new Step(sub, wish, true, this, intent, plan(intent, Optional.of(link)));
  }

  private static String id(Intent intent) {
    return intent.data().path(LINK).asText();
  }
}
