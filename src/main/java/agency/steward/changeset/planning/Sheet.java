package agency.steward.changeset.planning;

import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.guard.Required;
import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.plan.Digest;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.stored.Result;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole plan: its rows, what the rules for the set say, and how many have to approve it; pure.
 *
 * @param people how many were seen in each target that was read
 */
record Sheet(String kind, List<PlannedRow> rows, Map<WorkspaceId, Integer> people, int targets) {
  /** Why a workspace is not even asked. */
  private static final Set<ProblemCode> NOT_ACTIVE =
      EnumSet.of(
          ProblemCode.WORKSPACE_SUSPENDED,
          ProblemCode.WORKSPACE_CREDENTIAL_INVALID,
          ProblemCode.WORKSPACE_PLAN_INACTIVE);

  static Sheet of(
      String kind, List<PlannedRow> rows, Map<WorkspaceId, Integer> people, int targets) {
    var numbered = new ArrayList<PlannedRow>(rows.size());
    rows.forEach(row -> numbered.add(row.at(numbered.size() + 1)));
    return new Sheet(kind, numbered, people, targets);
  }

  List<ShownRow> shown() {
    return rows.stream().map(ShownRow::of).toList();
  }

  /** Rows that are to be made, as they could be asked for, by the kind that makes them. */
  Map<String, Requested> asked() {
    var rowsOf = new LinkedHashMap<String, List<Requested.Row>>();
    for (PlannedRow row : rows) {
      row.step()
          .filter(step -> step.plan() instanceof Plan.Needed)
          .ifPresent(step ->
              rowsOf
                  .computeIfAbsent(step.kind().name(), none -> new ArrayList<>())
                  .add(new Requested.Row(row.workspace(), step.wish())));
    }
    var asked = new LinkedHashMap<String, Requested>();
    rowsOf.forEach((name, wishes) -> asked.put(name, Requested.rows(List.of(), wishes)));
    return asked;
  }

  String digest() {
    return Digest.of(kind, rows.stream().map(PlannedRow::sealed).toList());
  }

  List<Finding> findings(GuardConfig config, Instant now) {
    var risky = new LinkedHashMap<WorkspaceId, List<Integer>>();
    var names = new LinkedHashMap<WorkspaceId, String>();
    people.keySet().forEach(workspace -> risky.put(workspace, new ArrayList<>()));
    for (PlannedRow row : rows) {
      names.put(row.workspace(), row.workspaceName());
      if (row.isRisky()) {
        risky.computeIfAbsent(row.workspace(), none -> new ArrayList<>()).add(row.seq());
      }
    }
    var tallies = new ArrayList<SetRules.Tally>();
    risky.forEach((workspace, seqs) ->
        tallies.add(
            new SetRules.Tally(
                names.getOrDefault(workspace, ""), people.getOrDefault(workspace, 0), seqs)));
    return SetRules.judge(tallies, config, now);
  }

  int requiredApprovals(GuardConfig config, boolean byAutomation) {
    int made = (int) rows.stream().filter(row -> isToBeMade(row.result())).count();
    boolean delicate = rows.stream().anyMatch(PlannedRow::isDelicate);
    boolean risky = rows.stream().anyMatch(PlannedRow::isRisky);
    return new Required(made, delicate, byAutomation, risky).approvals(config.approvals());
  }

  private static boolean isToBeMade(Result result) {
    return result == Result.PENDING || result == Result.BLOCKED_GUARD;
  }

  ObjectNode seen() {
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    people.forEach((workspace, many) -> seen.put(workspace.toString(), many));
    return seen;
  }

  /** What could be read; the rest are rows without a subject. */
  ObjectNode coverage() {
    long skipped =
        rows.stream()
            .filter(row -> row.result() == Result.NOT_ATTEMPTED)
            .filter(row -> row.why().filter(why -> NOT_ACTIVE.contains(why.code())).isPresent())
            .count();
    long failed = rows.stream().filter(row -> row.subject().isEmpty()).count() - skipped;
    return JsonNodeFactory.instance
        .objectNode()
        .put("total", targets)
        .put("ok", targets - skipped - failed)
        .put("failed", failed)
        .put("skipped", skipped);
  }
}
