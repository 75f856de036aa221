package agency.steward.ledger;

import agency.steward.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link LedgerFilter} as SQL; every value in it is a bound parameter. */
record LedgerTerms(List<String> terms, Map<String, Object> values) {

  static LedgerTerms of(LedgerFilter filter) {
    var terms = new LedgerTerms(new ArrayList<>(), new LinkedHashMap<>());
    terms.add(
        "workspace_id = ANY (CAST(string_to_array(:within, ',') AS uuid[]))",
        "within",
        filter.within().map(LedgerTerms::joined));
    terms.add("workspace_id = :workspace", "workspace", filter.workspace().map(WorkspaceId::value));
    terms.add("change_set_id = :changeSet", "changeSet", filter.changeSet());
    terms.add("principal = :actor", "actor", filter.actor());
    terms.add("action = :action", "action", filter.action());
    terms.add("at >= :since", "since", filter.since());
    return terms;
  }

  private void add(String term, String name, Optional<?> value) {
    value.ifPresent(asked -> {
      terms.add(term);
      values.put(name, asked);
    });
  }

  private static String joined(Set<WorkspaceId> ids) {
    return ids.stream().map(WorkspaceId::toString).collect(Collectors.joining(","));
  }

  String sql() {
    return terms.isEmpty() ? "TRUE" : String.join(" AND ", terms);
  }
}
