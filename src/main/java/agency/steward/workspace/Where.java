package agency.steward.workspace;

import agency.steward.text.PlainText;
import agency.steward.workspace.label.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** A condition on rows of {@code workspace}; every value in it is a bound parameter. */
final class Where {
  private final List<String> terms = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  static Where of(WorkspaceChoice choice) {
    return switch (choice) {
      case WorkspaceChoice.Selected selected -> new Where().matches(selected.selector());
      case WorkspaceChoice.Named named -> new Where().oneOf(named.ids());
      case WorkspaceChoice.All ignored -> new Where();
    };
  }

  Where and(String term) {
    terms.add(term);
    return this;
  }

  /** Binds a value and gives the placeholder that stands for it. */
  String bind(Object value) {
    String name = "p" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  Where visible(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Everything ignored -> this;
      case Visibility.Granted granted -> and(granted(granted));
    };
  }

  Where matches(Selector selector) {
    return and(term(selector));
  }

  Where oneOf(Set<WorkspaceId> ids) {
    return and(among(ids));
  }

  Where onInstantly(Collection<InstantlyWorkspaceId> ids) {
    return and(
        "instantly_workspace_id IN "
            + oneOfTexts(ids.stream().map(InstantlyWorkspaceId::value).toList()));
  }

  /** By Steward's id, external id or name; what no column can hold is nobody's name. */
  Where called(Collection<String> names) {
    Set<WorkspaceId> ids =
        names.stream()
            .flatMap(name -> WorkspaceId.parse(name).stream())
            .collect(Collectors.toSet());
    String texts = oneOfTexts(names.stream().filter(PlainText::is).toList());
    return and("(name IN %s OR external_id IN %s OR %s)".formatted(texts, texts, among(ids)));
  }

  /** Any text may stand in them, so that no separator is safe between them but JSON's. */
  private String oneOfTexts(List<String> texts) {
    return "(SELECT jsonb_array_elements_text(CAST("
        + bind(StoredJson.array(texts))
        + " AS jsonb)))";
  }

  Map<String, Object> values() {
    return values;
  }

  /** The whole clause; {@code TRUE} when nothing restricts it. */
  String sql() {
    return terms.isEmpty() ? "TRUE" : String.join(" AND ", terms);
  }

  <T> NativeQuery<T> bindTo(NativeQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  private String granted(Visibility.Granted granted) {
    var ways = new ArrayList<String>();
    if (!granted.ids().isEmpty()) {
      ways.add(among(granted.ids()));
    }
    granted.selectors().forEach(s -> ways.add(term(s)));
    return ways.isEmpty() ? "FALSE" : "(" + String.join(" OR ", ways) + ")";
  }

  private String among(Set<WorkspaceId> ids) {
    String joined = ids.stream().map(WorkspaceId::toString).collect(Collectors.joining(","));
    return "id = ANY (CAST(string_to_array(" + bind(joined) + ", ',') AS uuid[]))";
  }

  private String term(Selector selector) {
    return selector.requirements().stream()
        .map(this::term)
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  private String term(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Equal equal -> has(equal.key(), equal.value());
      case Requirement.NotEqual not -> "NOT " + has(not.key(), not.value());
      case Requirement.In in -> hasOneOf(in.key(), in.values());
      case Requirement.NotIn not -> "NOT " + hasOneOf(not.key(), not.values());
      case Requirement.Exists exists -> "jsonb_exists(labels, " + bind(exists.key()) + ")";
      case Requirement.Absent absent -> "NOT jsonb_exists(labels, " + bind(absent.key()) + ")";
    };
  }

  private String has(String key, String value) {
    return "labels @> CAST(" + bind(StoredJson.labels(Map.of(key, value))) + " AS jsonb)";
  }

  private String hasOneOf(String key, List<String> values) {
    return values.stream().map(v -> has(key, v)).collect(Collectors.joining(" OR ", "(", ")"));
  }
}
