package agency.steward.changeset.lane;

import agency.steward.changeset.attempt.Sites;
import agency.steward.instantly.InstantlyWorkspace;
import jakarta.enterprise.context.ApplicationScoped;

/** Instantly for what a lane reads, which asks for nothing once the lane is somebody else's. */
@ApplicationScoped
class Reading {
  private final Sites sites;

  Reading(Sites sites) {
    this.sites = sites;
  }

  /** Proven to be the workspace that it should be. */
  InstantlyWorkspace of(Run run) {
    return of(run, 0);
  }

  /** The same for a list that is read no faster than so many rows of it are written. */
  InstantlyWorkspace of(Run run, int rows) {
    run.lane().checkOurs();
    InstantlyWorkspace site = sites.bulk(run.workspace(), rows, run.lane().whileOurs());
    site.proveIdentity();
    return site;
  }
}
