package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.Link;
import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Plan;
import agency.steward.sandbox.row.Role;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Place;
import agency.steward.sandbox.world.Table;
import agency.steward.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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
        elements("group_admin_of").map(JsonNode::textValue).map(UUID::fromString).toList();
    subs.forEach(this::mustBeFree);
    Place place =
        world.create(
            id,
            draft -> {
              people(draft);
              draft.put(Table.KEYS, full);
              elements("api_keys").forEach(json -> draft.put(Table.KEYS, key(json)));
              return draft;
            });
    subs.forEach(sub ->
        world.common().write(d -> d.put(Table.LINKS, Link.of(id, sub, Link.Status.ACCEPTED, now))));
    return answer(place);
  }

  private void mustBeFree(UUID sub) {
    if (world.find(sub).isEmpty()) {
      throw Refusal.badRequest("body/group_admin_of: no workspace " + sub);
    }
    if (world.parentOf(sub).isPresent()) {
      throw Refusal.badRequest("body/group_admin_of: " + sub + " is in a group already");
    }
  }

  private void people(Draft draft) {
    JsonNode owner =
        elements("members")
            .filter(json -> json.get("role").textValue().equals(Role.OWNER.json()))
            .findFirst()
            .orElse(MissingNode.getInstance());
    String tail = id.toString().substring(24);
    UUID user = NewId.ofPerson(owner.path("email").asText("owner@" + tail + ".example"));
    draft.put(Table.SPACE, space(user));
    if (owner.isMissingNode()) {
      String email = "owner@" + tail + ".example";
      draft.put(
          Table.MEMBERS,
          new Member(
              NewId.next(),
              email,
              user,
              null,
              null,
              "Olivia",
              "Owner",
              Role.OWNER,
              now,
              true,
              null,
              null));
    }
    elements("members").forEach(json -> draft.put(Table.MEMBERS, member(json, user)));
  }

  private Space space(UUID owner) {
    boolean active = wanted.path("plan_active").asBoolean(true);
    String name = wanted.path("name").asText("Workspace " + id.toString().substring(24));
    return Space.of(id, name, owner, Plan.hypergrowth(active, now), now);
  }

  private Member member(JsonNode json, UUID owner) {
    String email = json.get("email").textValue();
    boolean accepted = json.path("accepted").asBoolean(true);
    String userEmail = json.path("user_email").textValue();
    return new Member(
        NewId.next(),
        email,
        NewId.ofPerson(userEmail == null ? email : userEmail),
        userEmail,
        json.path("nickname").textValue(),
        accepted ? json.path("first").asText(email.substring(0, email.indexOf('@'))) : null,
        accepted ? json.path("last").asText("Example") : null,
        Role.of(json.get("role").textValue()),
        Times.read(json.path("timestamp_created"), now),
        accepted,
        owner,
        texts(json.path("permissions")));
  }

  private static @Nullable List<String> texts(JsonNode json) {
    return json.isArray()
        ? StreamSupport.stream(json.spliterator(), false).map(JsonNode::textValue).toList()
        : null;
  }

  private Key key(JsonNode json) {
    return key(
        json.get("name").textValue(),
        StreamSupport.stream(json.get("scopes").spliterator(), false)
            .map(JsonNode::textValue)
            .toList());
  }

  private Key key(String name, List<String> scopes) {
    return new Key(NewId.next(), name, scopes, NewId.secret(), now);
  }

  private Stream<JsonNode> elements(String name) {
    return StreamSupport.stream(wanted.path(name).spliterator(), false);
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
