package agency.steward.registration.intake;

import agency.steward.credential.Custody;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.errand.Errand;
import agency.steward.registration.errand.Errands;
import agency.steward.registration.look.Finding;
import agency.steward.registration.look.Newcomers;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Gives a workspace another credential, of the same kind or of the other. */
@ApplicationScoped
public class CredentialExchange {
  private final Newcomers newcomers;
  private final Workspaces workspaces;
  private final Errands errands;
  private final Custody custody;
  private final Desk desk;
  private final Clock clock;

  CredentialExchange(
      Newcomers newcomers,
      Workspaces workspaces,
      Errands errands,
      Custody custody,
      Desk desk,
      Clock clock) {
    this.newcomers = newcomers;
    this.workspaces = workspaces;
    this.errands = errands;
    this.custody = custody;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Throws {@code WORKSPACE_IDENTITY_MISMATCH} where the credential leads to another workspace of
   * Instantly; what was valid stays valid then.
   */
  public Workspace exchange(Workspace workspace, Entry entry, Asker asker) {
    Finding found = look(workspace, entry);
    if (!found.id().equals(workspace.instantlyId())) {
      throw mismatch(workspace);
    }
    // Before the errand: where custody is away, nothing has begun that would have to be tidied.
    int present = present(workspace, entry);
    Errand errand = errands.announce(workspace.id());
    try {
      return desk.exchange(
          workspace, keep(workspace, entry, present), found.conditions(), errand, asker);
    } catch (RuntimeException e) {
      errands.tidy(errand);
      throw e;
    }
  }

  private Finding look(Workspace workspace, Entry entry) {
    return switch (entry) {
      case Entry.OwnKey own -> newcomers.withKey(own.key(), own.pointer());
      case Entry.Through through -> {
        if (!through.sub().equals(workspace.instantlyId())) {
          throw mismatch(workspace);
        }
        Delegates.refuse(workspaces, workspace);
        yield newcomers.through(through.admin(), through.sub());
      }
    };
  }

  private int present(Workspace workspace, Entry entry) {
    return entry instanceof Entry.OwnKey ? custody.current(workspace.id()) : 0;
  }

  private Credential keep(Workspace workspace, Entry entry, int present) {
    return switch (entry) {
      case Entry.OwnKey own -> {
        int version = custody.store(workspace.id(), own.key(), present);
        yield new Credential.OwnKey(
            Optional.empty(), own.key().fingerprint(), version, clock.instant());
      }
      case Entry.Through through -> new Credential.Delegated(through.admin().id(), clock.instant());
    };
  }

  private static RuntimeException mismatch(Workspace workspace) {
    return Problem.of(
            ProblemCode.WORKSPACE_IDENTITY_MISMATCH,
            "The credential leads to another workspace of Instantly than "
                + workspace.instantlyId()
                + ". The present credential stays; to register the other workspace, use POST"
                + " /v1/workspaces.")
        .with("workspace_id", workspace.id().toString())
        .thrown();
  }
}
