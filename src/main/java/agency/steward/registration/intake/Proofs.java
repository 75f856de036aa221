package agency.steward.registration.intake;

import agency.steward.instantly.Deadline;
import agency.steward.problem.ProblemException;
import agency.steward.registration.look.Abreast;
import agency.steward.registration.look.Finding;
import agency.steward.registration.look.Newcomers;
import agency.steward.registration.look.RegistrationConfig;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Proves for many sub-workspaces that calls on their behalf end up in them. */
@ApplicationScoped
class Proofs {

  /** Those that were proven, and why the others were not. */
  record Outcome(List<Finding> findings, List<ImportReport.Skipped> refused) {}

  private sealed interface Proof {
    record Given(Finding finding) implements Proof {}

    record Refused(ImportReport.Skipped why) implements Proof {}
  }

  private final Newcomers newcomers;
  private final int parallelism;

  Proofs(Newcomers newcomers, RegistrationConfig config) {
    this.newcomers = newcomers;
    this.parallelism = config.importParallelism();
  }

  Outcome of(Workspace admin, List<InstantlyWorkspaceId> subs, Deadline deadline) {
    var findings = new ArrayList<Finding>();
    var refused = new ArrayList<ImportReport.Skipped>();
    for (Proof proof : Abreast.map(subs, parallelism, sub -> prove(admin, sub, deadline))) {
      switch (proof) {
        case Proof.Given given -> findings.add(given.finding());
        case Proof.Refused not -> refused.add(not.why());
      }
    }
    return new Outcome(findings, refused);
  }

  private Proof prove(Workspace admin, InstantlyWorkspaceId sub, Deadline deadline) {
    try {
      return new Proof.Given(newcomers.proven(admin, sub, deadline));
    } catch (ProblemException e) {
      return new Proof.Refused(new ImportReport.Skipped(sub, e.problem().code()));
    }
  }
}
