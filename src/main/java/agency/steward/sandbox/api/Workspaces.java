package agency.steward.sandbox.api;

import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Plan;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** {@code workspaces/current} (facts.md 4.6). */
final class Workspaces {
  private static final String READ = "workspaces:read";
  private static final String UPDATE = "workspaces:update";
  private static final String DELETE = "workspaces:delete";
  private static final long REMOVAL_DELAY = 24 * 3_600_000L;
  private static final ObjectShape PATCH =
      Shape.object()
          .optional("name", Texts.any())
          .optional("org_logo_url", Texts.any().orNull("string"));

  private Workspaces() {}

  static void add(Routes routes) {
    routes
        .get("workspaces/current", READ, Workspaces::get)
        .patch("workspaces/current", UPDATE, Workspaces::patch)
        .post(
            "workspaces/current/schedule-for-removal",
            DELETE,
            call -> change(call, space -> space.removedAt(call.now() + REMOVAL_DELAY)))
        .delete(
            "workspaces/current/schedule-for-removal",
            DELETE,
            call -> change(call, space -> space.removedAt(0)));
  }

  private static Answer get(Call call) {
    return call.setting(Setting.WRONG_IDENTITY)
        .map(wrong -> show(pretended(call, wrong.workspace())))
        .orElseGet(() -> show(call.place().space()));
  }

  private static Space pretended(Call call, UUID other) {
    return call.world()
        .find(other)
        .map(place -> place.space())
        .orElseGet(() ->
            Space.of(
                other,
                "Somebody else",
                NewId.ofPerson("owner@somebody-else.example"),
                Plan.hypergrowth(true, call.now()),
                call.now()));
  }

  private static Answer patch(Call call) {
    JsonNode body = call.body(PATCH);
    return change(
        call,
        space -> {
          Space named = body.has("name") ? space.named(body.get("name").textValue()) : space;
          return body.has("org_logo_url")
              ? named.withLogo(body.get("org_logo_url").textValue())
              : named;
        });
  }

  static Answer change(Call call, UnaryOperator<Space> edit) {
    return call.write(draft -> show(change(call, draft, edit)));
  }

  static Space change(Call call, Draft draft, UnaryOperator<Space> edit) {
    Space space = draft.space();
    return draft.put(Table.SPACE, edit.apply(space).updated(call.now()));
  }

  static Answer show(Space space) {
    var out = new JsonOut(768);
    space.write(out);
    return Answer.ok(out);
  }
}
