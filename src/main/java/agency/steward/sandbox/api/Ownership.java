package agency.steward.sandbox.api;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.Role;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code change-owner} (facts.md 4.6). Nobody says what {@code sec} is; here it is a token from the
 * control surface, good for one transfer to an accepted member, and the old owner becomes an admin.
 */
final class Ownership {
  private static final ObjectShape SHAPE =
      Shape.object().required("email", Texts.email()).required("sec", Texts.any()).open();

  private Ownership() {}

  static void add(Routes routes) {
    routes.post("workspaces/current/change-owner", "workspaces:update", Ownership::change);
  }

  private static Answer change(Call call) {
    JsonNode body = call.body(SHAPE);
    return call.write(draft -> {
      Space space = draft.space();
      if (!body.get("sec").textValue().equals(space.sec())) {
        throw Refusal.badRequest("Invalid security token");
      }
      Member heir = heir(draft, body.get("email").textValue());
      draft
          .all(Table.MEMBERS)
          .filter(member -> member.role() == Role.OWNER)
          .toList()
          .forEach(owner -> put(draft, owner, Role.ADMIN));
      put(draft, heir, Role.OWNER);
      return Workspaces.show(Workspaces.change(call, draft, s -> s.ownedBy(heir.userId())));
    });
  }

  private static void put(Draft draft, Member member, Role role) {
    draft.put(Table.MEMBERS, member.with(role, member.nickname()));
  }

  private static Member heir(Draft draft, String email) {
    return draft
        .all(Table.MEMBERS)
        .filter(member -> member.accepted() && member.email().equalsIgnoreCase(email))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
