package agency.steward.sandbox.tagging;

import agency.steward.sandbox.call.Ids;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.world.Draft;
import agency.steward.sandbox.world.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resources that a toggle is about: those named, or everything that matches. */
final class Selection {
  private static final String UNTAGGED = "no-tag";

  private final Draft draft;
  private final boolean accounts;
  private final TagIndex index;

  Selection(Draft draft, int type) {
    this.draft = draft;
    this.accounts = type == Mapping.ACCOUNT;
    this.index = TagIndex.of(draft.all(Table.MAPPINGS), type);
  }

  Set<String> of(JsonNode body) {
    if (body.path("selected_all").booleanValue()) {
      Set<String> excluded = Toggle.texts(body, "excluded_resource_ids");
      return matching(body)
          .filter(resource -> !excluded.contains(resource))
          .collect(Collectors.toSet());
    }
    Set<String> named = Toggle.texts(body, "resource_ids");
    Set<String> known = matching(body).collect(Collectors.toSet());
    if (!known.containsAll(named)) {
      throw Refusal.notFound();
    }
    return named;
  }

  /** Without search and filter that is everything there is. */
  private Stream<String> matching(JsonNode body) {
    JsonNode filter = body.path("filter");
    Optional<String> search = text(body, "search").or(() -> text(filter, "search"));
    Optional<String> word =
        Optional.ofNullable(filter.textValue()).or(() -> text(filter, "filter"));
    return candidates(search, word).filter(resource -> tagged(resource, filter));
  }

  private Stream<String> candidates(Optional<String> search, Optional<String> word) {
    if (accounts) {
      return draft
          .all(Table.ACCOUNTS)
          .filter(account -> search.map(account::matches).orElse(true))
          .filter(AccountFilter.named(word))
          .map(account -> account.email());
    }
    return draft
        .all(Table.CAMPAIGNS)
        .filter(campaign -> search.map(campaign::matches).orElse(true))
        .map(campaign -> campaign.id().toString());
  }

  private boolean tagged(String resource, JsonNode filter) {
    Optional<String> one = text(filter, "tag_id");
    List<UUID> any = ids(filter, "tag_ids");
    List<UUID> all = ids(filter, "tag_ids_all");
    return (one.isEmpty() || carries(resource, one.get()))
        && (!filter.has("tag_ids") || index.any(resource, any))
        && (!filter.has("tag_ids_all") || index.all(resource, all));
  }

  private boolean carries(String resource, String tag) {
    Set<UUID> tags = index.of(resource);
    return tag.equals(UNTAGGED) ? tags.isEmpty() : Ids.read(tag).map(tags::contains).orElse(false);
  }

  private static List<UUID> ids(JsonNode filter, String field) {
    return Toggle.texts(filter, field).stream().flatMap(id -> Ids.read(id).stream()).toList();
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.ofNullable(json.path(field).textValue());
  }
}
