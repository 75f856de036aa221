package agency.steward.sandbox.api;

import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.Role;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code workspace-members} (facts.md 4.1). */
final class Members {
  private static final String PATH = "workspace-members";
  private static final String ONE = PATH + "/{id}";

  private Members() {}

  static void add(Routes routes) {
    routes
        .post(PATH, "workspace_members:create", Members::invite)
        .get(PATH, "workspace_members:read", Members::list)
        .get(ONE, "workspace_members:read", call -> show(call, call.row(Table.MEMBERS)))
        .patch(ONE, "workspace_members:update", Members::patch)
        .delete(ONE, "workspace_members:delete", Members::remove);
  }

  private static Answer list(Call call) {
    Optional<Boolean> accepted = call.query().flag("accepted");
    Optional<String> search = call.query().text("search");
    Predicate<Member> wanted =
        member ->
            (accepted.isEmpty() || accepted.get() == member.accepted())
                && (search.isEmpty() || member.matches(search.get()));
    return Paging.page(
        call, call.rows(Table.MEMBERS), wanted, (out, m) -> m.write(out, call.workspace()));
  }

  private static Answer invite(Call call) {
    JsonNode body = call.body(MemberBody.INVITE);
    Role role = assignable(body);
    String email = body.get("email").textValue();
    return call.write(draft -> {
      refuseSecond(call, draft, email);
      return show(
          call, draft.put(Table.MEMBERS, MemberBody.invited(draft, body, role, call.now())));
    });
  }

  private static void refuseSecond(Call call, Draft draft, String email) {
    if (draft.all(Table.MEMBERS).anyMatch(member -> member.email().equalsIgnoreCase(email))) {
      throw new Refusal(
          call.setting(Setting.REINVITE_STATUS), "User is already a member of this workspace");
    }
  }

  private static Role assignable(JsonNode body) {
    Role role = Role.of(body.get("role").textValue());
    if (!role.assignable()) {
      throw Refusal.badRequest("The " + role.json() + " role is not available in the API");
    }
    return role;
  }

  private static Answer patch(Call call) {
    JsonNode body = call.body(MemberBody.PATCH);
    return call.write(draft -> {
      Member member = call.row(draft, Table.MEMBERS);
      Role role = body.has("role") ? newRole(member, body) : member.role();
      String nickname = body.has("nickname") ? body.get("nickname").textValue() : member.nickname();
      return show(call, draft.put(Table.MEMBERS, member.with(role, nickname)));
    });
  }

  private static Role newRole(Member member, JsonNode body) {
    if (member.role() == Role.OWNER) {
      throw Refusal.badRequest("The role of the workspace owner cannot be changed");
    }
    return assignable(body);
  }

  private static Answer remove(Call call) {
    return call.write(draft -> {
      Member member = call.row(draft, Table.MEMBERS);
      if (member.role() == Role.OWNER) {
        throw Refusal.badRequest("The workspace owner cannot be removed");
      }
      draft.remove(Table.MEMBERS, member);
      return show(call, member);
    });
  }

  private static Answer show(Call call, Member member) {
    var out = new JsonOut();
    member.write(out, call.workspace());
    return Answer.ok(out);
  }
}
