package agency.steward.changeset.lane.list;

import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.lane.Run;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Instantly for what a lane reads, which asks for nothing once the lane is somebody else's. */
@ApplicationScoped
public class Reading {
  private final Sites sites;

  Reading(Sites sites) {
    this.sites = sites;
  }

  /** Proven to be the workspace that it should be. */
  public InstantlyWorkspace of(Run run) {
    return of(run, 0);
  }

  /** The same for a list that is read no faster than so many rows of it are written. */
  public InstantlyWorkspace of(Run run, int rows) {
    run.lane().checkOurs();
    InstantlyWorkspace site = sites.bulk(run.workspace(), rows, run.lane().whileOurs());
    site.proveIdentity();
    return site;
  }

  /**
   * What a list shows. Its age counts from before the call; where it takes several, from after the
   * last.
   */
  public Look look(
      Run run, Duration freshness, Function<InstantlyWorkspace, List<ObjectNode>> list) {
    of(run);
    var first = new FirstCall(run.lane().whileOurs());
    List<ObjectNode> objects = list.apply(sites.bulk(run.workspace(), 0, first));
    boolean one = objects.size() <= Page.SIZE;
    return new Look(objects, one ? Deadline.after(first.at(), freshness) : Deadline.in(freshness));
  }
}
