package agency.steward.workspace;

import agency.steward.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Applies an edit to a row. */
final class WorkspaceEdits {
  private WorkspaceEdits() {}

  static void apply(WorkspaceEdit edit, int maxLabels, WorkspaceRow row) {
    edit.name().ifPresent(name -> row.name = name);
    switch (edit.externalId()) {
      case WorkspaceEdit.ExternalId.Keep ignored -> {}
      case WorkspaceEdit.ExternalId.Clear ignored -> row.externalId = null;
      case WorkspaceEdit.ExternalId.Become become -> row.externalId = become.value();
    }
    row.labels = StoredJson.labels(merge(StoredJson.labels(row.labels), edit.labels(), maxLabels));
  }

  private static Map<String, String> merge(
      Map<String, String> labels, Map<String, Optional<String>> patch, int most) {
    var merged = new TreeMap<>(labels);
    patch.forEach(
        (key, value) -> value.ifPresentOrElse(v -> merged.put(key, v), () -> merged.remove(key)));
    if (merged.size() > most) {
      throw tooMany("/labels", most);
    }
    return merged;
  }

  static RuntimeException tooMany(String pointer, int most) {
    return Problem.invalid(pointer, "A workspace has at most " + most + " labels").thrown();
  }
}
