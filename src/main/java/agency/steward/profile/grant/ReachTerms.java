package agency.steward.profile.grant;

import agency.steward.access.grant.Reach;
import agency.steward.workspace.Selector;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a grant may hold: a selector that names values, or workspaces that exist. */
@ApplicationScoped
class ReachTerms {
  /** Both are recorded in full, and an entry of the ledger is at most 16 KiB. */
  private static final int MOST_WORKSPACES = 250;

  private static final int LONGEST_SELECTOR = 4_000;

  private final Workspaces workspaces;

  ReachTerms(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  Optional<Reach> read(GrantBody body, Faults faults) {
    if (body.selector().isPresent() == body.workspaceIds().isPresent()) {
      faults.add("", "Send either selector or workspace_ids; a grant always says where it holds");
      return Optional.empty();
    }
    return body.selector()
        .map(text -> selected(text, faults))
        .orElseGet(() -> body.workspaceIds().flatMap(ids -> named(ids, faults)));
  }

  private static Optional<Reach> selected(String text, Faults faults) {
    if (text.length() > LONGEST_SELECTOR) {
      faults.add("/selector", "A selector has at most " + LONGEST_SELECTOR + " characters");
      return Optional.empty();
    }
    Selector selector = Selector.parse(text, "/selector");
    if (!selector.isAnchored()) {
      faults.add(
          "/selector",
          "At least one term has to name values, with = or in: what only excludes would also take"
              + " in every workspace that nobody has labelled yet");
    }
    return Optional.of(new Reach.Selected(selector));
  }

  private Optional<Reach> named(List<String> ids, Faults faults) {
    if (ids.isEmpty() || ids.size() > MOST_WORKSPACES) {
      faults.add(
          "/workspace_ids",
          "workspace_ids has 1 to %d ids; for more, label the workspaces and send a selector"
              .formatted(MOST_WORKSPACES));
      return Optional.empty();
    }
    Set<String> known = known(ids);
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        faults.add("/workspace_ids/" + i, "There is no workspace " + ids.get(i));
      }
    }
    return Optional.of(new Reach.Named(parsed(ids)));
  }

  private Set<String> known(List<String> ids) {
    return workspaces
        .matching(new Visibility.Granted(parsed(ids), List.of()), Optional.empty())
        .stream()
        .map(Workspace::id)
        .map(WorkspaceId::toString)
        .collect(Collectors.toSet());
  }

  private static Set<WorkspaceId> parsed(List<String> ids) {
    var parsed = new HashSet<WorkspaceId>();
    ids.forEach(id -> WorkspaceId.parse(id).ifPresent(parsed::add));
    return parsed;
  }
}
