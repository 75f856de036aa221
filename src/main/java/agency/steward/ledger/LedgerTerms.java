package agency.steward.ledger;

import agency.steward.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link LedgerFilter} as SQL; every value in it is a bound parameter. */
record LedgerTerms(String sql, Map<String, Object> values) {

  static LedgerTerms of(LedgerFilter filter) {
    List<String> terms = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    filter
        .within()
        .ifPresent(ids -> {
          terms.add("workspace_id = ANY (CAST(string_to_array(:within, ',') AS uuid[]))");
          values.put("within", joined(ids));
        });
    filter
        .workspace()
        .ifPresent(id -> {
          terms.add("workspace_id = :workspace");
          values.put("workspace", id.value());
        });
    filter
        .changeSet()
        .ifPresent(id -> {
          terms.add("change_set_id = :changeSet");
          values.put("changeSet", id);
        });
    filter
        .actor()
        .ifPresent(actor -> {
          terms.add("principal = :actor");
          values.put("actor", actor);
        });
    filter
        .action()
        .ifPresent(action -> {
          terms.add("action = :action");
          values.put("action", action);
        });
    filter
        .since()
        .ifPresent(since -> {
          terms.add("at >= :since");
          values.put("since", since);
        });
    return new LedgerTerms(terms.isEmpty() ? "TRUE" : String.join(" AND ", terms), values);
  }

  private static String joined(Set<WorkspaceId> ids) {
    return ids.stream().map(WorkspaceId::toString).collect(Collectors.joining(","));
  }
}
