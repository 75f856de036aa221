package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.Link;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Place;
import agency.steward.sandbox.world.Table;
import agency.steward.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One new workspace, as the body of {@code POST /_sandbox/workspaces} wants it. */
final class Seed {
  private final World world;
  private final long now;
  private final JsonNode wanted;
  private final UUID id = NewId.next();
  private final Key full;

  Seed(World world, long now, JsonNode wanted) {
    SeedShape.SHAPE.check("body", wanted);
    this.world = world;
    this.now = now;
    this.wanted = wanted;
    this.full = key("sandbox", List.of(Scopes.EVERYTHING));
  }

  Answer plant() {
    List<UUID> subs =
        elements(wanted, "group_admin_of").map(json -> UUID.fromString(json.textValue())).toList();
    subs.forEach(this::mustBeFree);
    Place place = world.create(id, this::fill);
    subs.forEach(sub ->
        world
            .common()
            .write(draft -> draft.put(Table.LINKS, Link.of(id, sub, Link.Status.ACCEPTED, now))));
    return answer(place);
  }

  private Draft fill(Draft draft) {
    new SeedPeople(id, now).plant(draft, wanted);
    draft.put(Table.KEYS, full);
    elements(wanted, "api_keys")
        .forEach(json ->
            draft.put(Table.KEYS, key(json.get("name").textValue(), texts(json, "scopes"))));
    new SeedThings(draft, id, now).plant(wanted);
    new SeedRecords(draft, id, now).plant(wanted);
    return draft;
  }

  private void mustBeFree(UUID sub) {
    if (world.find(sub).isEmpty()) {
      throw Refusal.badRequest("body/group_admin_of: no workspace " + sub);
    }
    if (world.parentOf(sub).isPresent()) {
      throw Refusal.badRequest("body/group_admin_of: " + sub + " is in a group already");
    }
  }

  private Key key(String name, List<String> scopes) {
    return new Key(NewId.next(), name, scopes, NewId.secret(), now);
  }

  static Stream<JsonNode> elements(JsonNode json, String name) {
    return json.path(name).isArray() ? json.path(name).valueStream() : Stream.empty();
  }

  static List<String> texts(JsonNode json, String name) {
    return Json.texts(json.path(name));
  }

  private Answer answer(Place place) {
    var out = new JsonOut().object().id("workspace_id", id).text("api_key", full.secret());
    out.array("api_keys");
    place.rows(Table.KEYS).stream()
        .filter(key -> !key.id().equals(full.id()))
        .forEach(key -> key.write(out, id, key.secret()));
    return Answer.ok(out.endArray().endObject());
  }
}
