package agency.steward.sandbox.tagging;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Ids;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.Misfit;
import agency.steward.sandbox.json.Numbers;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Tag;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * {@code custom-tags/toggle-resource}: no flip, whatever its name says. It sets: {@code assign}
 * says to what, so doing it twice is doing it once.
 */
final class Toggle {
  private static final Shape TEXTS = Shape.list(Texts.any(), 1);
  private static final Shape WORD = Texts.of(AccountFilter.NAMES).orNull("string");
  private static final ObjectShape FILTER =
      Shape.object()
          .optional("tag_id", Texts.any())
          .optional("tag_ids", TEXTS)
          .optional("tag_ids_all", TEXTS)
          .optional("filter", WORD)
          .optional("search", Texts.any());
  private static final ObjectShape SHAPE =
      Shape.object()
          .required("tag_ids", TEXTS)
          .required("resource_type", Numbers.of(List.of(Mapping.ACCOUNT, Mapping.CAMPAIGN)))
          .required("assign", Shape.flag())
          .optional("resource_ids", TEXTS)
          .optional("selected_all", Shape.flag())
          .optional("excluded_resource_ids", TEXTS)
          .optional("search", Texts.any())
          .optional("filter", (at, value) -> (value.isObject() ? FILTER : WORD).check(at, value));
  private static final List<String> WITH_ALL = List.of("excluded_resource_ids", "search", "filter");

  private Toggle() {}

  static Answer handle(Call call) {
    JsonNode body = call.body(SHAPE);
    boolean all = body.path("selected_all").booleanValue();
    if (!all && !body.has("resource_ids")) {
      throw new Misfit("body must have required property 'resource_ids'");
    }
    if (!all) {
      WITH_ALL.stream()
          .filter(body::hasNonNull)
          .forEach(field -> {
            throw new Misfit("body/" + field + " must only be used with selected_all");
          });
    }
    call.write(draft -> set(call, draft, body));
    return Answer.ok(new JsonOut().object().flag("success", true).endObject());
  }

  private static Draft set(Call call, Draft draft, JsonNode body) {
    int type = body.get("resource_type").intValue();
    List<UUID> tags = tags(draft, body);
    Set<String> resources = new Selection(draft, type).of(body);
    if (body.get("assign").booleanValue()) {
      assign(draft, type, tags, resources, call.now());
    } else {
      draft.all(Table.MAPPINGS).toList().stream()
          .filter(m -> m.type() == type && tags.contains(m.tagId()))
          .filter(m -> resources.contains(m.resource()))
          .forEach(mapping -> draft.remove(Table.MAPPINGS, mapping));
    }
    return draft;
  }

  private static void assign(
      Draft draft, int type, List<UUID> tags, Set<String> resources, long now) {
    var before = TagIndex.of(draft.all(Table.MAPPINGS), type);
    for (String resource : resources) {
      for (UUID tag : tags) {
        if (!before.of(resource).contains(tag)) {
          draft.put(Table.MAPPINGS, new Mapping(NewId.next(), tag, resource, type, now));
        }
      }
    }
  }

  private static List<UUID> tags(Draft draft, JsonNode body) {
    return texts(body, "tag_ids").stream()
        .map(text -> Ids.read(text).flatMap(id -> draft.find(Table.TAGS, id)))
        .map(found -> found.map(Tag::id).orElseThrow(Refusal::notFound))
        .toList();
  }

  static Set<String> texts(JsonNode body, String field) {
    return new HashSet<>(Json.texts(body.path(field)));
  }
}
