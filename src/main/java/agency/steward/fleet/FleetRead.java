package agency.steward.fleet;

import agency.steward.access.Right;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Everything a feature tells the fan-out about one kind of read.
 *
 * @param name of the collection, as in its path
 * @param right what the caller has to be allowed to do in a workspace so that it is read
 * @param columns the fields with a CSV column of their own, by the names they have in answers
 * @param read reads the rows of one workspace
 * @param order how rows of all workspaces are ordered in JSON; see {@link #orderedBy}
 * @param silence what it means if a workspace answers without a row; see {@link #meaning}
 * @param meant which workspaces the read is about; see {@link #among}
 * @param standIn what is shown for a workspace that did not answer; see {@link #standingIn}
 */
public record FleetRead(
    String name,
    Right right,
    List<String> columns,
    WorkspaceRead read,
    Optional<Function<ObjectNode, String>> order,
    Optional<String> silence,
    Predicate<Workspace> meant,
    Optional<StandIn> standIn) {

  public FleetRead(String name, Right right, List<String> columns, WorkspaceRead read) {
    this(
        name,
        right,
        columns,
        read,
        Optional.empty(),
        Optional.empty(),
        any -> true,
        Optional.empty());
  }

  /**
   * One order over all workspaces, in JSON only: NDJSON and CSV go out as workspaces answer. Such
   * an answer is held until the last one has answered, up to {@link FleetConfig#ordered()}.
   */
  public FleetRead orderedBy(Function<ObjectNode, String> position) {
    return new FleetRead(
        name, right, columns, read, Optional.of(position), silence, meant, standIn);
  }

  /** The coverage names the workspaces that answered without a row, with this explanation. */
  public FleetRead meaning(String ofSilence) {
    return new FleetRead(name, right, columns, read, order, Optional.of(ofSilence), meant, standIn);
  }

  /** Only these workspaces are asked and counted, whichever others are visible or named. */
  public FleetRead among(Predicate<Workspace> these) {
    return new FleetRead(name, right, columns, read, order, silence, these, standIn);
  }

  /**
   * A workspace that failed or was skipped still has a row, in every format; the coverage counts it
   * as failed or skipped.
   */
  public FleetRead standingIn(StandIn forAbsent) {
    return new FleetRead(name, right, columns, read, order, silence, meant, Optional.of(forAbsent));
  }
}
