package agency.steward.registration.asked;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.web.IfMatch;
import agency.steward.workspace.Workspace;
import java.util.Optional;
import java.util.function.LongPredicate;

/** ETags of workspaces: the revision, which moves with every edit and change of state. */
public final class Revisions {
  private Revisions() {}

  /** As a tag between its quotes. */
  public static String tag(Workspace workspace) {
    return Long.toString(workspace.revision());
  }

  /** Which revisions a request may change. */
  public static LongPredicate expected(Optional<String> ifMatch) {
    IfMatch sent = IfMatch.of(ifMatch);
    return revision -> sent.allows(Long.toString(revision));
  }

  /** Throws {@code PRECONDITION_FAILED} before anything is done for nothing. */
  public static void require(Workspace workspace, LongPredicate expected) {
    if (!expected.test(workspace.revision())) {
      throw Problem.of(
              ProblemCode.PRECONDITION_FAILED,
              "The workspace has changed since you read it; read it again and repeat the change")
          .thrown();
    }
  }
}
