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
 * What a feature tells the engine about one kind of change set: how it is asked for, and how it is
 * planned. A CDI bean; adding a kind means adding one. The rows it plans are made by {@link
 * ChangeKind}s.
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
   * The workspace in which all rows of a spec are made, for a kind that changes something about the
   * targets elsewhere; empty for all other kinds.
   *
   * @param wishes what the spec wants of each target
   */
  default Optional<Map<Workspace, List<ObjectNode>>> elsewhere(
      List<Workspace> targets, List<ObjectNode> wishes) {
    return Optional.empty();
  }

  /** Rows of one workspace with the same key are about the same subject. */
  String key(ObjectNode row);

  /** The right that somebody without a fleet role needs in every target. */
  Set<Right> rights();

  /**
   * Throws {@code PRIVILEGE_CEILING} if somebody without a fleet role hands out more than they
   * hold.
   */
  default void checkCeiling(Workspace workspace, ObjectNode asked) {}

  /** The same for all wishes of one workspace, for kinds that can check them together. */
  default void checkCeiling(Workspace workspace, List<ObjectNode> asked) {
    asked.forEach(each -> checkCeiling(workspace, each));
  }

  /** Whether {@code agency-automation} may ask for it. */
  default boolean isOpenToAutomation() {
    return true;
  }

  /**
   * Reads everything the planner needs to know.
   *
   * @param wishes for a kind that has to read more if more is wanted
   */
  Present look(InstantlyWorkspace instantly, List<Wish> wishes);

  /**
   * Pure: the rows that fulfil the wishes. They do not depend on the order of the wishes, never
   * include two rows for one subject, and touch nobody whom no wish names.
   */
  List<Step> plan(Present present, List<Wish> wishes);
}
