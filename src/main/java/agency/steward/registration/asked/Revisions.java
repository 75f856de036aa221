package agency.steward.registration.asked;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** ETags of workspaces: the revision, which moves with every edit and change of state. */
public final class Revisions {
  private Revisions() {}

  /** As a tag between its quotes. */
  public static String tag(Workspace workspace) {
    return Long.toString(workspace.revision());
  }

  /**
   * Which revisions a request may change: any without {@code If-Match}, or with {@code *}. Weak
   * tags match none (RFC 9110, 13.1.1).
   */
  public static LongPredicate expected(Optional<String> ifMatch) {
    if (ifMatch.isEmpty() || ifMatch.get().strip().equals("*")) {
      return any -> true;
    }
    Set<String> tags =
        Arrays.stream(ifMatch.get().split(",")).map(String::strip).collect(Collectors.toSet());
    return revision -> tags.contains("\"" + revision + "\"");
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
