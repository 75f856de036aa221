package agency.steward.registration.intake;

import agency.steward.credential.ApiKey;
import agency.steward.credential.Custody;
import agency.steward.ids.Ids;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.errand.Errand;
import agency.steward.registration.errand.Errands;
import agency.steward.registration.look.Finding;
import agency.steward.registration.look.Newcomers;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.NewWorkspace;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import agency.steward.workspace.WorkspacesConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Registers one workspace. A registered one always has its key; one that was refused leaves nothing
 * behind.
 */
@ApplicationScoped
public class Registration {
  /** As what a registration is bound to the record of its request. */
  public static final String KIND = "workspace.register";

  private final Newcomers newcomers;
  private final Workspaces workspaces;
  private final Errands errands;
  private final Custody custody;
  private final Desk desk;
  private final int maxLabels;
  private final Clock clock;

  Registration(
      Newcomers newcomers,
      Workspaces workspaces,
      Errands errands,
      Custody custody,
      Desk desk,
      WorkspacesConfig config,
      Clock clock) {
    this.newcomers = newcomers;
    this.workspaces = workspaces;
    this.errands = errands;
    this.custody = custody;
    this.desk = desk;
    this.maxLabels = config.maxLabels();
    this.clock = clock;
  }

  /** Throws {@code WORKSPACE_ALREADY_REGISTERED} where the credential leads to a known one. */
  public Workspace register(Entry entry, Particulars said, Asker asker) {
    if (said.labels().size() > maxLabels) {
      throw Problem.invalid("/labels", "A workspace has at most " + maxLabels + " labels").thrown();
    }
    return switch (entry) {
      case Entry.OwnKey own -> withKey(own, said, asker);
      case Entry.Through through -> delegated(through, said, asker);
    };
  }

  private Workspace withKey(Entry.OwnKey own, Particulars said, Asker asker) {
    ApiKey key = own.key();
    Finding found = newcomers.withKey(key, own.pointer());
    refuseKnown(found.id());
    Errand errand = errands.announce(new WorkspaceId(Ids.next()));
    try {
      int version = custody.store(errand.workspace(), key, 0);
      var credential =
          new Credential.OwnKey(Optional.empty(), key.fingerprint(), version, clock.instant());
      return commit(made(errand.workspace(), found, credential, said), Optional.of(errand), asker);
    } catch (RuntimeException e) {
      errands.tidy(errand);
      throw e;
    }
  }

  private Workspace delegated(Entry.Through way, Particulars said, Asker asker) {
    refuseKnown(way.sub());
    Finding found = newcomers.through(way.admin(), way.sub());
    var credential = new Credential.Delegated(way.admin().id(), clock.instant());
    return commit(
        made(new WorkspaceId(Ids.next()), found, credential, said), Optional.empty(), asker);
  }

  private Workspace commit(NewWorkspace made, Optional<Errand> errand, Asker asker) {
    try {
      return desk.register(made, errand, asker);
    } catch (ProblemException e) {
      if (e.problem().code() == ProblemCode.WORKSPACE_ALREADY_REGISTERED) {
        refuseKnown(made.instantlyId());
      }
      throw e;
    }
  }

  NewWorkspace made(WorkspaceId id, Finding found, Credential credential, Particulars said) {
    return new NewWorkspace(
        id,
        found.id(),
        said.name().orElse(found.name()),
        found.name(),
        said.externalId(),
        said.labels(),
        credential,
        found.conditions(),
        clock.instant());
  }

  /**
   * Spares custody a key, and says which workspace it is; of two that come at once the database
   * decides.
   */
  private void refuseKnown(InstantlyWorkspaceId id) {
    workspaces.onInstantly(List.of(id)).stream()
        .findFirst()
        .ifPresent(known -> {
          throw alreadyRegistered(known);
        });
  }

  private static ProblemException alreadyRegistered(Workspace known) {
    return Problem.of(
            ProblemCode.WORKSPACE_ALREADY_REGISTERED,
            "This workspace of Instantly is registered already as workspace_id; to give it another"
                + " credential, use PUT /v1/workspaces/{id}/credential.")
        .with("workspace_id", known.id().toString())
        .thrown();
  }
}
