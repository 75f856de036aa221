package agency.steward.group.change;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.link.Links;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The kinds of changes of group links. */
@ApplicationScoped
public class GroupKinds {
  private final GroupRemoval removal;
  private final GroupInvitation invitation;

  GroupKinds(Links links, OwnLinks own) {
    this.removal = new GroupRemoval(links, own);
    this.invitation = removal.invitation();
  }

  /** All links of the workspace, and what it is itself. */
  public Present survey(InstantlyWorkspace admin) {
    return removal.survey(admin);
  }

  /**
   * The workspace of these links invites another one. Pure.
   *
   * @param sub Instantly's id of it
   */
  public Step invite(Present admin, String sub) {
    return NoGroup.why(sub, Survey.self(admin), Survey.isDelegated(admin))
        .map(why -> Problem.of(ProblemCode.VALIDATION_FAILED, why + "."))
        .map(problem -> invitation.step(sub, new Plan.Impossible(problem)))
        .orElseGet(() -> invitation.step(sub, LinkObject.open(admin.objects(), sub)));
  }

  @Produces
  @Singleton
  ChangeKind groupInvitation() {
    return invitation;
  }

  @Produces
  @Singleton
  ChangeKind groupRemoval() {
    return removal;
  }
}
