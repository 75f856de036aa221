package agency.steward.changeset.desk;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.planning.ShownRow;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is different between two plans of the same wishes. */
final class Differences {
  private static final int SHOWN = 1_000;

  private Differences() {}

  private record Key(WorkspaceId workspace, String subject, String action) {}

  static List<RefreshedView.Changed> between(List<RecordedChange> old, List<ShownRow> fresh) {
    Map<Key, Change> before = new LinkedHashMap<>();
    old.forEach(row -> before.put(key(row.workspace(), row.change()), row.change()));
    var changed = new ArrayList<RefreshedView.Changed>();
    for (ShownRow row : fresh) {
      Key key = key(row.workspace(), row.change());
      Change was = before.remove(key);
      if (was == null) {
        changed.add(changed(key, "added", row.change()));
      } else if (!was.before().equals(row.change().before())
          || !was.after().equals(row.change().after())) {
        changed.add(changed(key, "different", row.change()));
      }
    }
    before.forEach((key, was) -> changed.add(changed(key, "removed", was)));
    return changed.stream().limit(SHOWN).toList();
  }

  private static Key key(WorkspaceId workspace, Change change) {
    return new Key(workspace, change.subject(), change.action());
  }

  private static RefreshedView.Changed changed(Key key, String how, Change change) {
    return new RefreshedView.Changed(
        key.workspace().toString(),
        Optional.of(key.subject()).filter(subject -> !subject.isEmpty()),
        key.action(),
        how,
        change.before().map(JsonNode.class::cast),
        change.after().map(JsonNode.class::cast));
  }
}
