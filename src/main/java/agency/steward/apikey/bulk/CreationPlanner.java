package agency.steward.apikey.bulk;

import agency.steward.apikey.change.KeyKinds;
import agency.steward.apikey.change.WantedKey;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Subjects;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which keys are to be made in one workspace; pure. */
record CreationPlanner(KeyKinds kinds, Present present) {

  /** One row for each name. */
  List<Step> steps(List<ObjectNode> asked) {
    List<Step> steps =
        asked.stream().sorted(Comparator.comparing(ObjectNode::toString)).map(this::step).toList();
    return Subjects.once(
        steps, one -> kinds.unmade(wanted(one.wish()), one.wish(), contradiction()));
  }

  private static WantedKey wanted(ObjectNode asked) {
    return new WantedKey(name(asked), Keys.scopes(asked), true);
  }

  private Step step(ObjectNode asked) {
    WantedKey wanted = wanted(asked);
    List<ObjectNode> there =
        present.objects().stream().filter(key -> name(key).equals(wanted.name())).toList();
    return there.isEmpty()
        ? kinds.create(wanted, asked, Reach.from(present).groupAdmin())
        : ours(there, wanted)
            .map(key -> kinds.made(wanted, asked, key))
            .orElseGet(() -> kinds.unmade(wanted, asked, taken(there)));
  }

  /** Its value is in custody: nothing else proves that somebody has it. */
  private static Optional<ObjectNode> ours(List<ObjectNode> there, WantedKey wanted) {
    return there.stream()
        .filter(KeyKinds::isPlaced)
        .filter(key -> new HashSet<>(Keys.scopes(key)).equals(new HashSet<>(wanted.scopes())))
        .min(Comparator.comparing(Keys::id));
  }

  private static String name(ObjectNode key) {
    return key.path(Keys.NAME).asText();
  }

  private static Problem taken(List<ObjectNode> there) {
    return Problem.of(
        ProblemCode.ALREADY_EXISTS,
        "A key of this name is there (%s), but not with these scopes, or its value is not in Vault. Take another name, or revoke it first."
            .formatted(there.stream().map(Keys::id).sorted().collect(Collectors.joining(", "))));
  }

  private static Problem contradiction() {
    return Problem.of(ProblemCode.VALIDATION_FAILED, "Two rows want different keys of this name.");
  }
}
