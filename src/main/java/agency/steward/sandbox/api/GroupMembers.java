package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Ids;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.Link;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import java.util.Optional;
import java.util.UUID;

/** {@code workspace-group-members}: links between workspaces, not people (facts.md 4.2). */
final class GroupMembers {
  private static final String PATH = "workspace-group-members";
  private static final String READ = "workspace_group_members:read";
  private static final ObjectShape INVITE =
      Shape.object().required("sub_workspace_id", Texts.any());

  private GroupMembers() {}

  static void add(Routes routes) {
    routes
        .post(PATH, "workspace_group_members:create", GroupMembers::invite)
        .get(PATH, READ, GroupMembers::list)
        .get(PATH + "/admin", "", GroupMembers::admin)
        .get(PATH + "/{id}", READ, GroupMembers::get)
        .delete(PATH + "/{id}", "workspace_group_members:delete", GroupMembers::remove);
  }

  private static Answer list(Call call) {
    return Paging.page(
        call,
        call.world().common().rows(Table.LINKS),
        link -> link.admin().equals(call.workspace()),
        (out, link) -> write(call, out, link));
  }

  private static Answer admin(Call call) {
    Optional<Link> parent = call.world().parentOf(call.workspace()).filter(Link::accepted);
    var out = new JsonOut().object();
    out.text("workspace_name", parent.map(link -> name(call, link.admin())).orElse("Undefined"));
    out.flag("has_admin_workspace", parent.isPresent());
    parent.ifPresent(link -> out.id("workspace_group_member_id", link.id()));
    return Answer.ok(out.endObject());
  }

  private static Answer invite(Call call) {
    String wanted = call.body(INVITE).get("sub_workspace_id").textValue();
    UUID sub =
        Ids.read(wanted)
            .filter(id -> call.world().find(id).isPresent())
            .orElseThrow(Refusal::notFound);
    return call.writeCommon(draft -> {
      refuseHierarchy(draft, call.workspace(), sub);
      Link link = Link.of(call.workspace(), sub, Link.Status.PENDING, call.now());
      return show(call, draft.put(Table.LINKS, link));
    });
  }

  /** One parent at most, and nobody is admin and sub at once (facts.md 1.4). */
  private static void refuseHierarchy(Draft draft, UUID admin, UUID sub) {
    if (admin.equals(sub)) {
      throw new Refusal(409, "A workspace cannot be a sub workspace of itself");
    }
    draft
        .all(Table.LINKS)
        .filter(Link::open)
        .forEach(link -> {
          if (link.sub().equals(sub)) {
            throw new Refusal(409, "The sub workspace already has an active parent or invitation");
          }
          if (link.sub().equals(admin) && link.accepted()) {
            throw new Refusal(409, "A sub workspace cannot invite other workspaces");
          }
          if (link.admin().equals(sub)) {
            throw new Refusal(409, "The sub workspace is the admin of a workspace group");
          }
        });
  }

  /** As the admin it removes a sub workspace, as the sub workspace it leaves the group. */
  private static Answer remove(Call call) {
    return call.writeCommon(draft -> {
      Link link = mine(call, draft.find(Table.LINKS, call.pathId()));
      draft.remove(Table.LINKS, link);
      return show(call, link);
    });
  }

  private static Answer get(Call call) {
    return show(call, mine(call, call.world().common().find(Table.LINKS, call.pathId())));
  }

  private static Link mine(Call call, Optional<Link> found) {
    return found
        .filter(l -> l.admin().equals(call.workspace()) || l.sub().equals(call.workspace()))
        .orElseThrow(Refusal::notFound);
  }

  private static Answer show(Call call, Link link) {
    var out = new JsonOut();
    write(call, out, link);
    return Answer.ok(out);
  }

  private static void write(Call call, JsonOut out, Link link) {
    link.write(out, name(call, link.admin()), name(call, link.sub()));
  }

  private static String name(Call call, UUID workspace) {
    return call.world().find(workspace).map(place -> place.space()).map(Space::name).orElse("");
  }
}
