package agency.steward.billing;

import agency.steward.fleet.Absent;
import agency.steward.fleet.StandIn;
import agency.steward.fleet.WorkspaceRead;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Condition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The plan of every workspace: of one that does not answer, what Steward knows by itself. */
record PlanRead(Predicate<Plan> wanted, InstantSource clock) implements WorkspaceRead, StandIn {

  @Override
  public List<ObjectNode> read(InstantlyWorkspace workspace) {
    return row(Billing.in(workspace, clock.instant()).plan()).stream().toList();
  }

  @Override
  public Optional<ObjectNode> row(Absent absent) {
    return row(isLapsed(absent) ? Plan.LAPSED : Plan.UNKNOWN);
  }

  private Optional<ObjectNode> row(Plan plan) {
    return Optional.of(plan).filter(wanted).map(Plan::json);
  }

  /** Where only the admin workspace has lapsed, this one's own plan is not known. */
  private static boolean isLapsed(Absent absent) {
    boolean found = !absent.skipped() && absent.why() == ProblemCode.WORKSPACE_PLAN_INACTIVE;
    return found
        || absent.workspace().condition(Condition.Type.PLAN).filter(plan -> !plan.ok()).isPresent();
  }
}
