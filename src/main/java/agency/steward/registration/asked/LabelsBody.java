package agency.steward.registration.asked;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.LabelChange;
import agency.steward.workspace.Selector;
import agency.steward.workspace.WorkspaceChoice;
import agency.steward.workspace.WorkspaceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Labels to set and to remove on many workspaces. */
@Schema(
    name = "LabelsOfMany",
    description = "Exactly one of selector, workspace_ids and all; at least one of set and remove")
public record LabelsBody(
    @Schema(description = "Label selector in the Kubernetes syntax") Optional<String> selector,
    Optional<List<String>> workspaceIds,
    @Schema(description = "true: the whole fleet") Optional<Boolean> all,
    Optional<Map<String, String>> set,
    @Schema(description = "Keys of labels") Optional<List<String>> remove) {
  private static final int LONGEST_SELECTOR = 4_096;

  public WorkspaceChoice choice() {
    int said =
        (selector.isPresent() ? 1 : 0)
            + (workspaceIds.isPresent() ? 1 : 0)
            + (all.isPresent() ? 1 : 0);
    if (said != 1) {
      throw Problem.invalid(
              "", "Say exactly one of selector, workspace_ids and all, which means the whole fleet")
          .thrown();
    }
    return selector
        .map(LabelsBody::selected)
        .or(() -> workspaceIds.map(LabelsBody::named))
        .orElseGet(this::everything);
  }

  public LabelChange change() {
    Map<String, String> wanted = Labels.read("/set", set);
    Set<String> unwanted = Labels.keys("/remove", remove.orElse(List.of()));
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      throw Problem.invalid("", "Say at least one label to set or to remove").thrown();
    }
    unwanted.stream()
        .filter(wanted::containsKey)
        .findFirst()
        .ifPresent(key -> {
          throw Problem.invalid("/remove", "A label cannot be set and removed at once: " + key)
              .thrown();
        });
    return new LabelChange(wanted, unwanted);
  }

  private static WorkspaceChoice selected(String text) {
    if (text.length() > LONGEST_SELECTOR) {
      String detail = "A selector has at most " + LONGEST_SELECTOR + " characters";
      throw Problem.of(ProblemCode.INVALID_SELECTOR, detail).at("/selector", detail).thrown();
    }
    return new WorkspaceChoice.Selected(Selector.parse(text, "/selector"));
  }

  private static WorkspaceChoice named(List<String> ids) {
    if (ids.isEmpty()) {
      throw Problem.invalid("/workspace_ids", "Name at least one workspace").thrown();
    }
    var read = new LinkedHashSet<WorkspaceId>();
    for (int at = 0; at < ids.size(); at++) {
      String pointer = "/workspace_ids/" + at;
      read.add(
          Optional.ofNullable(ids.get(at))
              .flatMap(WorkspaceId::parse)
              .orElseThrow(() -> unknown(pointer)));
    }
    return new WorkspaceChoice.Named(read);
  }

  private static ProblemException unknown(String pointer) {
    return Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND,
            "There is no workspace with one of these ids, so nothing was changed.")
        .at(pointer, "There is no such workspace")
        .thrown();
  }

  private WorkspaceChoice everything() {
    if (!all.orElse(false)) {
      throw Problem.invalid("/all", "all is true, or it is left out").thrown();
    }
    return new WorkspaceChoice.All();
  }
}
