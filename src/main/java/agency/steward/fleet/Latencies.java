package agency.steward.fleet;

import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How slowly each workspace has answered lately, so that the slow ones are asked first. In memory
 * only: after a start nothing is known and the order does not matter.
 */
@ApplicationScoped
class Latencies {
  /** How much the newest observation counts in the moving average. */
  private static final double NEWEST = 0.3;

  private final ConcurrentMap<WorkspaceId, Double> averages = new ConcurrentHashMap<>();

  /** An answer, or how long one has been waited for in vain. */
  void observed(WorkspaceId workspace, Duration took) {
    averages.merge(workspace, (double) took.toNanos(), (old, now) -> old + NEWEST * (now - old));
  }

  /** Slowest-known first; those not known yet come before all, since they may be the slowest. */
  List<Workspace> slowestFirst(List<Workspace> workspaces) {
    record Expected(Workspace workspace, double nanos) {}
    return workspaces.stream()
        .map(w -> new Expected(w, averages.getOrDefault(w.id(), Double.MAX_VALUE)))
        .sorted(Comparator.comparingDouble(Expected::nanos).reversed())
        .map(Expected::workspace)
        .toList();
  }
}
