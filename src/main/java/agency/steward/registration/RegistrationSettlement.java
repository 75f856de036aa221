package agency.steward.registration;

import agency.steward.idempotency.Settlement;
import agency.steward.idempotency.StoredAnswer;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.registration.intake.Registration;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** After a crash: a registration whose record was committed has succeeded. */
@ApplicationScoped
class RegistrationSettlement implements Settlement {
  private final Workspaces workspaces;
  private final Answers answers;

  RegistrationSettlement(Workspaces workspaces, Answers answers) {
    this.workspaces = workspaces;
    this.answers = answers;
  }

  @Override
  public String kind() {
    return Registration.KIND;
  }

  @Override
  public Optional<StoredAnswer> settle(UUID id) {
    return Optional.of(
        workspaces
            .findNow(new WorkspaceId(id))
            .map(workspace -> StoredAnswer.of(answers.created(workspace)))
            .orElseGet(() -> StoredAnswer.of(forgotten())));
  }

  private static Problem forgotten() {
    return Problem.of(
        ProblemCode.WORKSPACE_NOT_FOUND,
        "The workspace was registered by this request and has been forgotten since.");
  }
}
