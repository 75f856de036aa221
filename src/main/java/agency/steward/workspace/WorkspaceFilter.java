package agency.steward.workspace;

import java.util.Locale;
import java.util.Optional;

/**
 * Which workspaces a listing shows.
 *
 * @param search a part of either name or of the external id, whatever the case
 */
public record WorkspaceFilter(
    Visibility visible,
    Optional<Selector> selector,
    Optional<WorkspaceState> state,
    Optional<String> search,
    Optional<String> externalId,
    Optional<InstantlyWorkspaceId> instantlyId) {

  /** Everything that somebody may see. */
  public static WorkspaceFilter visible(Visibility visible) {
    return new WorkspaceFilter(
        visible,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Where where(Optional<WorkspaceId> after) {
    var where = new Where().visible(visible);
    selector.ifPresent(where::matches);
    state.ifPresent(s -> where.and("state = " + where.bind(s.wire())));
    externalId.ifPresent(e -> where.and("external_id = " + where.bind(e)));
    instantlyId.ifPresent(i -> where.and("instantly_workspace_id = " + where.bind(i.value())));
    search.ifPresent(text -> where.and(contains(where.bind(text.toLowerCase(Locale.ROOT)))));
    after.ifPresent(id -> where.and("id > " + where.bind(id.value())));
    return where;
  }

  /** {@code strpos} and not {@code LIKE}: nothing in what is searched for has a meaning. */
  private static String contains(String text) {
    return "(strpos(lower(name), %1$s) > 0 OR strpos(lower(instantly_name), %1$s) > 0 OR strpos(lower(coalesce(external_id, '')), %1$s) > 0)"
        .formatted(text);
  }
}
