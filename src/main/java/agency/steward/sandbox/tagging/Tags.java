package agency.steward.sandbox.tagging;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.row.Tag;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code custom-tags} and {@code custom-tag-mappings}. */
public final class Tags {
  private static final String PATH = "custom-tags";
  private static final String ONE = PATH + "/{id}";
  private static final String READ = "custom_tags:read";
  private static final Shape LABEL =
      Texts.sized(1, Integer.MAX_VALUE).and(Texts.matching(".*\\S.*"));
  private static final Shape DESCRIPTION = Texts.any().orNull("string");
  private static final ObjectShape CREATE =
      Shape.object().required("label", LABEL).optional("description", DESCRIPTION);
  private static final ObjectShape PATCH =
      Shape.object().optional("label", LABEL).optional("description", DESCRIPTION);

  private Tags() {}

  public static void add(Routes routes) {
    routes
        .post(PATH, "custom_tags:create", Tags::create)
        .get(PATH, READ, Tags::list)
        .get(ONE, READ, call -> show(call, call.row(Table.TAGS)))
        .patch(ONE, "custom_tags:update", Tags::patch)
        .delete(ONE, "custom_tags:delete", Tags::delete)
        .post(PATH + "/toggle-resource", "", Toggle::handle)
        .get("custom-tag-mappings", "custom_tag_mappings:read", Tags::mappings);
  }

  private static Answer create(Call call) {
    JsonNode body = call.body(CREATE);
    var tag =
        Tag.of(body.get("label").textValue(), body.path("description").textValue(), call.now());
    return call.write(draft -> {
      refuseSecond(draft, tag);
      return show(call, draft.put(Table.TAGS, tag));
    });
  }

  private static Answer patch(Call call) {
    JsonNode body = call.body(PATCH);
    return call.write(draft -> {
      Tag tag = call.row(draft, Table.TAGS);
      String description =
          body.has("description") ? body.get("description").textValue() : tag.description();
      Tag changed = tag.with(body.path("label").asText(tag.label()), description, call.now());
      refuseSecond(draft, changed);
      return show(call, draft.put(Table.TAGS, changed));
    });
  }

  /** A label is there once in a workspace, after trimming; case makes a difference. */
  private static void refuseSecond(Draft draft, Tag tag) {
    if (draft
        .all(Table.TAGS)
        .anyMatch(t -> t.label().equals(tag.label()) && !t.id().equals(tag.id()))) {
      throw new Refusal(409, "A tag with this name already exists.");
    }
  }

  private static Answer delete(Call call) {
    return call.write(draft -> {
      Tag tag = call.row(draft, Table.TAGS);
      draft.remove(Table.TAGS, tag);
      draft.all(Table.MAPPINGS).filter(m -> m.tagId().equals(tag.id())).toList().stream()
          .forEach(mapping -> draft.remove(Table.MAPPINGS, mapping));
      return show(call, tag);
    });
  }

  private static Answer list(Call call) {
    Optional<String> search = call.query().text("search");
    Optional<List<UUID>> ids = call.query().ids("tag_ids");
    Optional<Set<UUID>> carried =
        call.query().texts("resource_ids").map(resources -> carriedBy(call, resources));
    Predicate<Tag> wanted =
        tag ->
            search.map(tag::matches).orElse(true)
                && ids.map(all -> all.contains(tag.id())).orElse(true)
                && carried.map(all -> all.contains(tag.id())).orElse(true);
    return Paging.page(
        call, call.rows(Table.TAGS), wanted, (out, tag) -> tag.write(out, call.workspace()));
  }

  private static Set<UUID> carriedBy(Call call, List<String> resources) {
    return call.rows(Table.MAPPINGS).stream()
        .filter(mapping -> resources.contains(mapping.resource()))
        .map(Mapping::tagId)
        .collect(Collectors.toSet());
  }

  /** There is no filter by tag. */
  private static Answer mappings(Call call) {
    Optional<List<String>> resources = call.query().texts("resource_ids");
    return Paging.page(
        call,
        call.rows(Table.MAPPINGS),
        mapping -> resources.map(all -> all.contains(mapping.resource())).orElse(true),
        (out, mapping) -> mapping.write(out, call.workspace()));
  }

  private static Answer show(Call call, Tag tag) {
    var out = new JsonOut();
    tag.write(out, call.workspace());
    return Answer.ok(out);
  }
}
