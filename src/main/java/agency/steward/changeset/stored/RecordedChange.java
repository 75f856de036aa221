package agency.steward.changeset.stored;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A row, and what became of it so far.
 *
 * @param workspaceName as it was then
 * @param found the object as it was last seen
 * @param lookAt when somebody has to look what became of it; empty once that is known or given up,
 *     and as long as a lane looks after it
 * @param origin how it came into a set of many rows
 */
public record RecordedChange(
    ChangeSetId changeSet,
    int seq,
    WorkspaceId workspace,
    String workspaceName,
    Change change,
    Intent intent,
    Result result,
    ArrayNode violations,
    boolean verified,
    int attempts,
    Optional<ObjectNode> found,
    Optional<ObjectNode> problem,
    Optional<Instant> appliedAt,
    Optional<Instant> lookAt,
    Origin origin) {

  /** Only rows that were planned know what they were asked for as. */
  public boolean isOfMany() {
    return origin.wish().isPresent();
  }

  /** The kind that makes it: its own, or that of its set. */
  public String kindIn(ChangeSet set) {
    return origin.kind().orElse(set.kind());
  }

  public boolean isOpen() {
    return lookAt.isPresent();
  }

  /**
   * @param kind the kind that makes it; empty where it is that of the set
   * @param wish the row as it could be asked for again
   * @param named whether its subject was named, and not picked by a rule
   * @param phase rows of a smaller one are made first
   * @param triedAt when it was last begun
   * @param event the number of its last change among those of the set
   */
  public record Origin(
      Optional<String> kind,
      Optional<ObjectNode> wish,
      boolean named,
      int phase,
      long event,
      Optional<Instant> triedAt) {}
}
