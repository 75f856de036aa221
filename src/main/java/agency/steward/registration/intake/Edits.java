package agency.steward.registration.intake;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.chronicle.Chronicle;
import agency.steward.workspace.LabelChange;
import agency.steward.workspace.Selector;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceChoice;
import agency.steward.workspace.WorkspaceEdit;
import agency.steward.workspace.WorkspaceFilter;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceRegistry;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Changes what Steward itself says of workspaces: name, external id, labels. */
@ApplicationScoped
@Transactional
public class Edits {

  /**
   * What became of a change of labels.
   *
   * @param matched how many workspaces it was about
   * @param changed those that are different now
   */
  public record Labelled(long matched, List<WorkspaceId> changed) {}

  private final WorkspaceRegistry registry;
  private final Workspaces workspaces;
  private final Chronicle chronicle;
  private final Clock clock;

  Edits(WorkspaceRegistry registry, Workspaces workspaces, Chronicle chronicle, Clock clock) {
    this.registry = registry;
    this.workspaces = workspaces;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** Throws {@code PRECONDITION_FAILED} for a revision that is not expected. */
  public Workspace edit(WorkspaceId id, LongPredicate expected, WorkspaceEdit edit, Asker asker) {
    Workspace before =
        registry.edit(id, expected, nothing(), clock.instant()).orElseThrow(Desk::gone);
    Workspace after = registry.edit(id, any -> true, edit, clock.instant()).orElseThrow(Desk::gone);
    if (!after.equals(before)) {
      chronicle.edited(asker, before, after);
    }
    return after;
  }

  /** An edit of nothing gives what is there, held until the transaction ends. */
  private static WorkspaceEdit nothing() {
    return new WorkspaceEdit(Optional.empty(), new WorkspaceEdit.ExternalId.Keep(), Map.of());
  }

  /**
   * Throws {@code WORKSPACE_NOT_FOUND} where one that is named is not there; nothing changes then.
   */
  public Labelled label(WorkspaceChoice choice, LabelChange change, Asker asker) {
    long matched = matched(choice);
    List<WorkspaceId> changed = registry.label(choice, change, clock.instant());
    chronicle.labelled(asker, words(choice), change, changed);
    return new Labelled(matched, changed);
  }

  private long matched(WorkspaceChoice choice) {
    return switch (choice) {
      case WorkspaceChoice.All ignored -> count(Optional.empty());
      case WorkspaceChoice.Selected selected -> count(Optional.of(selected.selector()));
      case WorkspaceChoice.Named named -> named(named.ids());
    };
  }

  private long count(Optional<Selector> selector) {
    return workspaces.count(
        new WorkspaceFilter(
            new Visibility.Everything(),
            selector,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private long named(Set<WorkspaceId> ids) {
    var missing = new HashSet<>(ids);
    workspaces.named(ids).forEach(found -> missing.remove(found.id()));
    if (!missing.isEmpty()) {
      throw unknown(missing);
    }
    return ids.size();
  }

  private static ProblemException unknown(Set<WorkspaceId> missing) {
    Problem problem =
        Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND,
            "There is no workspace with one of these ids, so nothing was changed.");
    for (WorkspaceId id : missing.stream().sorted().limit(10).toList()) {
      problem = problem.at("/workspace_ids", "There is no workspace " + id);
    }
    return problem.thrown();
  }

  private static String words(WorkspaceChoice choice) {
    return switch (choice) {
      case WorkspaceChoice.All ignored -> "all";
      case WorkspaceChoice.Selected selected -> "selector " + selected.selector();
      case WorkspaceChoice.Named named -> named.ids().size() + " workspace ids";
    };
  }
}
