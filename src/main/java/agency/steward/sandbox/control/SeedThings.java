package agency.steward.sandbox.control;

import agency.steward.sandbox.row.Account;
import agency.steward.sandbox.row.Campaign;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Tag;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tags, campaigns and accounts of a new workspace. */
final class SeedThings {
  private final Draft draft;
  private final UUID id;
  private final long now;
  private final Map<String, Tag> tags = new HashMap<>();

  SeedThings(Draft draft, UUID id, long now) {
    this.draft = draft;
    this.id = id;
    this.now = now;
  }

  void plant(JsonNode wanted) {
    Seed.texts(wanted, "tags").forEach(this::tag);
    some(wanted, "campaigns", i -> object().put("name", "Campaign " + i)).forEach(this::campaign);
    some(wanted, "accounts", i -> object().put("email", "sender" + i + "@" + domain()))
        .forEach(this::account);
  }

  private static Stream<JsonNode> some(JsonNode wanted, String name, IntFunction<JsonNode> make) {
    return wanted.path(name).isArray()
        ? Seed.elements(wanted, name)
        : IntStream.range(0, wanted.path(name).asInt()).mapToObj(make);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private String domain() {
    return id.toString().substring(24) + ".example";
  }

  /** Made the first time it is spoken of. */
  private Tag tag(String label) {
    return tags.computeIfAbsent(
        label.strip(), text -> draft.put(Table.TAGS, Tag.of(text, null, now)));
  }

  private void put(JsonNode json, String resource, int type) {
    for (String label : Seed.texts(json, "tags")) {
      draft.put(Table.MAPPINGS, new Mapping(NewId.next(), tag(label).id(), resource, type, now));
    }
  }

  private void campaign(JsonNode json) {
    List<String> senders =
        Seed.texts(json, "email_tag_list").stream().map(l -> tag(l).id().toString()).toList();
    var campaign =
        new Campaign(
            NewId.next(),
            json.path("name").asText("Campaign"),
            json.path("status").asInt(Campaign.ACTIVE),
            senders,
            now);
    draft.put(Table.CAMPAIGNS, campaign);
    put(json, campaign.id().toString(), Mapping.CAMPAIGN);
  }

  private void account(JsonNode json) {
    String email = json.get("email").textValue();
    draft.put(
        Table.ACCOUNTS,
        new Account(
            NewId.next(),
            email,
            json.path("status").asInt(Account.ACTIVE),
            json.path("warmup_status").asInt(1),
            Account.GOOGLE,
            Times.read(json.path("timestamp_created"), now)));
    put(json, email, Mapping.ACCOUNT);
  }
}
