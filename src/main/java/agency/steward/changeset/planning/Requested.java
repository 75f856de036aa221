package agency.steward.changeset.planning;

import agency.steward.changeset.Wish;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted, as it is kept: whoever inherits the planning needs no more.
 *
 * @param targets every workspace that it is about, frozen
 * @param everywhere wishes for each of them
 * @param rows wishes for one of them
 * @param undoOf the set whose changes are to be taken back, in place of wishes
 * @param only to which subjects that is confined in a workspace; not at all in one that is missing
 */
public record Requested(
    List<WorkspaceId> targets,
    List<ObjectNode> everywhere,
    List<Row> rows,
    Optional<ChangeSetId> undoOf,
    Map<WorkspaceId, Set<String>> only) {

  private static final String ROWS = "rows";

  /** Workspaces of which nothing was said but that they are among all of them. */
  private static final String OF_ALL = "of_all";

  private static final String ONLY = "only";

  /**
   * A wish for one workspace.
   *
   * @param explicit whether it was said of this very workspace
   */
  public record Row(WorkspaceId workspace, ObjectNode wish, boolean explicit) {

    public Row(WorkspaceId workspace, ObjectNode wish) {
      this(workspace, wish, true);
    }
  }

  public static Requested everywhere(List<WorkspaceId> targets, List<ObjectNode> wishes) {
    return new Requested(targets, wishes, List.of(), Optional.empty(), Map.of());
  }

  public static Requested rows(List<WorkspaceId> targets, List<Row> rows) {
    return new Requested(targets, List.of(), rows, Optional.empty(), Map.of());
  }

  public static Requested undo(
      List<WorkspaceId> targets, ChangeSetId of, Map<WorkspaceId, Set<String>> only) {
    return new Requested(targets, List.of(), List.of(), Optional.of(of), only);
  }

  /** What is wanted of each target; every target is in it. */
  public Map<WorkspaceId, List<Wish>> wishes() {
    var wishes = new LinkedHashMap<WorkspaceId, List<Wish>>();
    for (WorkspaceId target : targets) {
      var here = new ArrayList<Wish>();
      everywhere.forEach(wish -> here.add(new Wish(wish, false)));
      wishes.put(target, here);
    }
    rows.forEach(row ->
        wishes
            .computeIfAbsent(row.workspace(), none -> new ArrayList<>())
            .add(new Wish(row.wish(), row.explicit())));
    return wishes;
  }

  /**
   * Without the targets, which have a column of their own. What one workspace is to get is one
   * list.
   */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    everywhere.forEach(json.withArray("everywhere")::add);
    var lists = new LinkedHashMap<WorkspaceId, ArrayNode>();
    for (Row row : rows) {
      lists.computeIfAbsent(row.workspace(), Requested::list).add(row.wish());
    }
    if (!lists.isEmpty()) {
      json.putArray(ROWS).addAll(lists.values());
    }
    Set<String> ofAll = new LinkedHashSet<>();
    rows.stream()
        .filter(row -> !row.explicit())
        .forEach(row -> ofAll.add(row.workspace().toString()));
    if (!ofAll.isEmpty()) {
      ofAll.forEach(json.putArray(OF_ALL)::add);
    }
    undoOf.ifPresent(of -> json.put("undo_of", of.toString()));
    only.forEach((workspace, subjects) ->
        subjects.forEach(json.withObject("/" + ONLY).withArray(workspace.toString())::add));
    return json;
  }

  private static ArrayNode list(WorkspaceId workspace) {
    return JsonNodeFactory.instance.arrayNode().add(workspace.toString());
  }

  static Requested read(List<WorkspaceId> targets, JsonNode json) {
    var everywhere = new ArrayList<ObjectNode>();
    json.path("everywhere").forEach(wish -> everywhere.add((ObjectNode) wish));
    var rows = new ArrayList<Row>();
    var ofAll = new HashSet<String>();
    json.path(OF_ALL).forEach(workspace -> ofAll.add(workspace.asText()));
    for (JsonNode list : json.path(ROWS)) {
      var workspace = WorkspaceId.parse(list.path(0).asText()).orElseThrow();
      boolean explicit = !ofAll.contains(workspace.toString());
      for (int i = 1; i < list.size(); i++) {
        rows.add(new Row(workspace, (ObjectNode) list.path(i), explicit));
      }
    }
    return new Requested(
        targets,
        everywhere,
        rows,
        ChangeSetId.parse(json.path("undo_of").asText()),
        only(json.path(ONLY)));
  }

  private static Map<WorkspaceId, Set<String>> only(JsonNode json) {
    var only = new LinkedHashMap<WorkspaceId, Set<String>>();
    json.forEachEntry((workspace, subjects) -> {
      var here = new LinkedHashSet<String>();
      subjects.forEach(subject -> here.add(subject.asText()));
      only.put(WorkspaceId.parse(workspace).orElseThrow(), here);
    });
    return only;
  }
}
