package agency.steward.sandbox.control;

import agency.steward.sandbox.row.Account;
import agency.steward.sandbox.row.AuditEntry;
import agency.steward.sandbox.row.Campaign;
import agency.steward.sandbox.row.Job;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Tag;
import agency.steward.sandbox.row.Webhook;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What else is in a new workspace: tags, campaigns, accounts, webhooks, jobs, an audit log. */
final class SeedThings {
  private static final long HOUR = 3_600_000L;

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
    Seed.elements(wanted, "webhooks").forEach(this::webhook);
    IntStream.range(0, wanted.path("background_jobs").asInt()).forEach(this::job);
    IntStream.range(0, wanted.path("audit_logs").asInt()).forEach(this::audit);
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

  private void webhook(JsonNode json) {
    int status = json.path("status").asInt(Webhook.ACTIVE);
    draft.put(
        Table.WEBHOOKS,
        new Webhook(
            NewId.next(),
            json.get("target_hook_url").textValue(),
            json.path("event_type").asText("all_events"),
            null,
            json.path("name").textValue(),
            null,
            headers(json.path("headers")),
            status,
            now,
            status == Webhook.ACTIVE ? 0 : now));
  }

  private static @Nullable Map<String, String> headers(JsonNode json) {
    if (!json.isObject()) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    json.properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return headers;
  }

  private void job(int i) {
    String type = Job.TYPES.get(i % Job.TYPES.size());
    String status = i % 2 == 0 ? "success" : "pending";
    draft.put(Table.JOBS, new Job(NewId.next(), type, "workspace", id.toString(), status, now + i));
  }

  /** One an hour, the last one now, through all the activities there are. */
  private void audit(int i) {
    int activity = AuditEntry.ACTIVITIES.get(i % AuditEntry.ACTIVITIES.size());
    draft.put(
        Table.AUDIT,
        new AuditEntry(
            NewId.next(),
            now - i * HOUR,
            activity,
            false,
            null,
            draft.space().owner(),
            "Olivia Owner",
            "Mozilla/5.0",
            null));
  }
}
