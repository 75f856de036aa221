package agency.steward.changeset;

import agency.steward.access.Right;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The socket for many at once: how a kind of change set is asked for, and its planner. A CDI bean;
 * to add a kind is to add one. The rows it plans are made by {@link ChangeKind}s.
 */
public interface BulkKind {

  /** As it stands in {@code kind} of a change set; stays the same for ever. */
  String name();

  /** The field of a row, and column of its CSV, that names the workspace it is made in. */
  default String workspaceColumn() {
    return "workspace";
  }

  /** The other fields of a row: the columns of its CSV, in this order. */
  List<String> columns();

  /** Fields of {@code spec}. */
  List<String> specFields();

  /** Reads a row in its canonical form; notes every fault it finds. */
  ObjectNode row(Fields row);

  /** Reads what {@code spec} wants of each target; notes every fault it finds. */
  List<ObjectNode> spec(Fields spec);

  /**
   * Where what a spec wants is made, for a kind whose rows are not made in the targets themselves
   * but about them in another workspace; empty for all others.
   *
   * @param wishes what the spec wants of each target
   */
  default Optional<Map<Workspace, List<ObjectNode>>> elsewhere(
      List<Workspace> targets, List<ObjectNode> wishes) {
    return Optional.empty();
  }

  /** Two rows of one workspace with the same key are about the same subject. */
  String key(ObjectNode row);

  /** What somebody without a fleet role has to hold in every target. */
  Set<Right> rights();

  /**
   * Throws {@code PRIVILEGE_CEILING} where somebody without a fleet role gives more than theirs.
   */
  default void checkCeiling(Workspace workspace, ObjectNode asked) {}

  /** The same for everything that is asked there; for a kind that can tell it at once. */
  default void checkCeiling(Workspace workspace, List<ObjectNode> asked) {
    asked.forEach(each -> checkCeiling(workspace, each));
  }

  /** Whether {@code agency-automation} may ask for it. */
  default boolean isOpenToAutomation() {
    return true;
  }

  /**
   * A complete look at what the planner needs to know.
   *
   * @param wishes for a kind that has to see more the more is wanted
   */
  Present look(InstantlyWorkspace instantly, List<Wish> wishes);

  /**
   * Pure: what has to be done so that the wishes come true. Does not depend on their order, never
   * has two rows for one subject, and touches nobody whom no wish is about.
   */
  List<Step> plan(Present present, List<Wish> wishes);
}
