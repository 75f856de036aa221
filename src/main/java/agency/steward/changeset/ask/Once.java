package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Each subject once: the same said twice counts once, and two different things are a fault. */
final class Once {
  private final BulkKind kind;
  private final Faults faults;
  private final Map<Subject, ObjectNode> seen = new HashMap<>();

  private record Subject(WorkspaceId workspace, String key) {}

  Once(BulkKind kind, Faults faults) {
    this.kind = kind;
    this.faults = faults;
  }

  boolean isNew(Workspace workspace, ObjectNode wish, String where) {
    ObjectNode earlier = seen.putIfAbsent(new Subject(workspace.id(), kind.key(wish)), wish);
    if (earlier != null && !withoutSubject(earlier).equals(withoutSubject(wish))) {
      faults.add(
          where + subject(),
          "Another row wants something else of the same subject in this workspace");
    }
    return earlier == null;
  }

  /** It has the same key, and may be spelt in another way. */
  private ObjectNode withoutSubject(ObjectNode wish) {
    return wish.deepCopy().without(subject());
  }

  private String subject() {
    return kind.columns().getFirst();
  }
}
