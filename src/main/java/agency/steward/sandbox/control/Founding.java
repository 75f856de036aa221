package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.json.Numbers;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.Plan;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Place;
import agency.steward.sandbox.world.Table;
import agency.steward.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** Makes workspaces, one or a fleet, lists and changes them. */
final class Founding {
  private static final long MOST_PEOPLE = 2_000_000;
  private static final ObjectShape FLEET =
      Shape.object()
          .required("workspaces", Numbers.integer(1, 100_000))
          .required("members", Numbers.integer(1, 100_000))
          .required("prefix", Texts.matching("^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$"))
          .optional("fixed", Shape.flag());
  private static final ObjectShape PATCH =
      Shape.object()
          .optional("plan_active", Shape.flag())
          .optional("name", Texts.sized(1, 200))
          .optional("plan_renews_at", Times.SHAPE)
          .optional("plan_cancels_at", Times.SHAPE.orNull("string"));

  private final World world;
  private final InstantSource clock;

  Founding(World world, InstantSource clock) {
    this.world = world;
    this.clock = clock;
  }

  Answer workspace(JsonNode body) {
    var seed = new Seed(world, clock.millis(), body);
    return seed.plant();
  }

  Answer fleet(JsonNode body) {
    FLEET.check("body", body);
    if (body.get("workspaces").longValue() * body.get("members").longValue() > MOST_PEOPLE) {
      throw new Misfit("body must not ask for more than " + MOST_PEOPLE + " members in all");
    }
    var fleet =
        new Fleet(
            body.get("prefix").textValue(),
            body.get("members").intValue(),
            body.path("fixed").asBoolean(),
            clock.millis());
    var out = new JsonOut(256 * body.get("workspaces").intValue()).array();
    for (int w = 0; w < body.get("workspaces").intValue(); w++) {
      Place place = fleet.found(world, w);
      out.object().id("workspace_id", place.id());
      out.text("api_key", place.rows(Table.KEYS).get(0).secret()).endObject();
    }
    return Answer.ok(out.endArray());
  }

  Answer list() {
    var out = new JsonOut().array();
    for (Place place : world.all()) {
      out.object().id("workspace_id", place.id()).text("name", place.space().name());
      out.text("api_key", fullKey(place).map(Key::secret).orElse(null)).endObject();
    }
    return Answer.ok(out.endArray());
  }

  /** The first of the keys that may do everything. */
  private static Optional<Key> fullKey(Place place) {
    return place.rows(Table.KEYS).stream()
        .filter(key -> key.scopes().contains(Scopes.EVERYTHING))
        .min(Comparator.comparing(Key::id));
  }

  Answer patch(String workspace, JsonNode body) {
    PATCH.check("body", body);
    Place place = AppOnly.place(world, workspace);
    return place.write(draft -> {
      Space space = draft.space();
      Space changed = draft.put(Table.SPACE, changed(space, body).updated(clock.millis()));
      var out = new JsonOut();
      changed.write(out);
      return Answer.ok(out);
    });
  }

  private static Space changed(Space space, JsonNode body) {
    Plan plan = space.plan();
    Plan other =
        new Plan(
            body.path("plan_active").asBoolean(plan.active()),
            plan.id(),
            Times.read(body.path("plan_renews_at"), plan.renewsAt()),
            body.has("plan_cancels_at")
                ? Times.read(body.get("plan_cancels_at"), 0)
                : plan.cancelsAt());
    return space.on(other).named(body.path("name").asText(space.name()));
  }
}
