package agency.steward.sandbox.control;

import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Plan;
import agency.steward.sandbox.row.Role;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import java.util.stream.Stream;

/** The people of a new workspace, and the workspace that one of them owns. */
record SeedPeople(UUID id, long now) {

  void plant(Draft draft, JsonNode wanted) {
    JsonNode owner =
        Seed.elements(wanted, "members")
            .filter(SeedPeople::owns)
            .findFirst()
            .orElseGet(this::somebody);
    UUID user = user(owner);
    boolean active = wanted.path("plan_active").asBoolean(true);
    String name = wanted.path("name").asText("Workspace " + tail());
    draft.put(Table.SPACE, Space.of(id, name, user, Plan.hypergrowth(active, now), now));
    Stream.concat(
            Stream.of(owner), Seed.elements(wanted, "members").filter(member -> member != owner))
        .forEach(member -> draft.put(Table.MEMBERS, member(member, user)));
  }

  private static boolean owns(JsonNode member) {
    return member.get("role").textValue().equals(Role.OWNER.json());
  }

  private JsonNode somebody() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("email", "owner@" + tail() + ".example")
        .put("role", Role.OWNER.json());
  }

  private String tail() {
    return id.toString().substring(24);
  }

  private static UUID user(JsonNode member) {
    return NewId.ofPerson(member.path("user_email").asText(member.get("email").textValue()));
  }

  private Member member(JsonNode json, UUID owner) {
    String email = json.get("email").textValue();
    boolean accepted = json.path("accepted").asBoolean(true);
    return new Member(
        NewId.next(),
        email,
        user(json),
        json.path("user_email").textValue(),
        json.path("nickname").textValue(),
        accepted ? json.path("first").asText(email.substring(0, email.indexOf('@'))) : null,
        accepted ? json.path("last").asText("Example") : null,
        Role.of(json.get("role").textValue()),
        Times.read(json.path("timestamp_created"), now),
        accepted,
        owner,
        json.has("permissions") ? Seed.texts(json, "permissions") : null);
  }
}
