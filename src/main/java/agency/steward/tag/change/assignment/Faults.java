package agency.steward.tag.change.assignment;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Says which tags, accounts and campaigns of a batch are not in the workspace. */
public final class Faults {
  private static final int NAMED = 10;

  private Faults() {}

  /** What a {@link Survey} found wrong with it. */
  static Optional<Problem> of(Batch batch, ObjectNode survey) {
    List<String> unknown = List.copyOf(Batch.texts(survey.path(Survey.UNKNOWN_TAGS)));
    if (!unknown.isEmpty()) {
      return Optional.of(unknownTags(!batch.labels().isEmpty(), unknown));
    }
    List<String> ambiguous = List.copyOf(Batch.texts(survey.path(Survey.AMBIGUOUS)));
    if (!ambiguous.isEmpty()) {
      return Optional.of(ambiguous(ambiguous));
    }
    List<String> strangers = List.copyOf(Batch.texts(survey.path(Survey.UNKNOWN_RESOURCES)));
    return strangers.isEmpty()
        ? Optional.empty()
        : Optional.of(strangers(batch.carrier(), strangers));
  }

  /** No tag has these labels, or else these ids. */
  public static Problem unknownTags(boolean labels, List<String> unknown) {
    String what = labels ? "labels" : "tag_ids";
    return at(
        Problem.of(
            ProblemCode.NOT_FOUND_IN_WORKSPACE,
            "These %s are not in the workspace: %s. GET /v1/workspaces/{id}/tags lists those that are; POST there makes new ones. Nothing was changed."
                .formatted(labels ? "labels" : "ids of tags", Some.of(unknown, NAMED))),
        "/" + what,
        unknown,
        "There is no such tag");
  }

  /** More than one tag has each of these labels. */
  public static Problem ambiguous(List<String> labels) {
    return at(
        Problem.of(
            ProblemCode.VALIDATION_FAILED,
            "More than one tag carries these labels: %s. POST /v1/workspaces/{id}/tags/assign takes tag_ids instead."
                .formatted(Some.of(labels, NAMED))),
        "/labels",
        labels,
        "More than one tag has this label");
  }

  /** These accounts or campaigns are not there. */
  public static Problem strangers(Carrier carrier, List<String> strangers) {
    String kind = carrier == Carrier.ACCOUNT ? "accounts" : "campaigns";
    return at(
        Problem.of(
            ProblemCode.NOT_FOUND_IN_WORKSPACE,
            "These %s are not in the workspace: %s. GET /v1/workspaces/{id}/%s lists those that are. Nothing was changed."
                .formatted(kind, Some.of(strangers, NAMED), kind)),
        "/resource_ids",
        strangers,
        "Not in the workspace");
  }

  /** It was there when it was planned. */
  static Problem gone(Aim aim) {
    return Problem.of(
        ProblemCode.NOT_FOUND_IN_WORKSPACE,
        "The %s %s, or the tag, is not in the workspace any more. GET /v1/workspaces/{id}/tags and /%ss list what is. Nothing was changed."
            .formatted(aim.carrier().wire(), aim.resource(), aim.carrier().wire()));
  }

  private static Problem at(Problem problem, String pointer, List<String> wrong, String fault) {
    Problem named = problem;
    for (String each : wrong.subList(0, Math.min(NAMED, wrong.size()))) {
      named = named.at(pointer, fault + ": " + each);
    }
    return named;
  }
}
