package agency.steward.fleet;

import agency.steward.access.Right;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a feature hands to the fan-out, and all it has to say.
 *
 * @param name of the collection, as in its path
 * @param right what the caller must be allowed to do in a workspace for it to be read
 * @param columns the fields that have a column of their own in CSV, under their outward names
 * @param read the rows of one workspace
 * @param order what rows of all workspaces are ordered by in JSON; see {@link #orderedBy}
 * @param silence what it means when a workspace answers without a row; see {@link #meaning}
 * @param meant which workspaces it is about at all; see {@link #among}
 * @param standIn what is shown of a workspace that did not answer; see {@link #standingIn}
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

  /** Only these are asked, and only these are counted, whoever else is visible or named. */
  public FleetRead among(Predicate<Workspace> these) {
    return new FleetRead(name, right, columns, read, order, silence, these, standIn);
  }

  /**
   * A workspace that failed or was skipped has a row all the same, in every format; coverage counts
   * it as before.
   */
  public FleetRead standingIn(StandIn forAbsent) {
    return new FleetRead(name, right, columns, read, order, silence, meant, Optional.of(forAbsent));
  }
}
