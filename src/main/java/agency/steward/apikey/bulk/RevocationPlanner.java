package agency.steward.apikey.bulk;

import agency.steward.apikey.change.KeyKinds;
import agency.steward.apikey.shown.Keys;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Subjects;
import agency.steward.changeset.Wish;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which keys are to be revoked in one workspace; pure. */
record RevocationPlanner(KeyKinds kinds, Present present) {

  /** A key may be named by its name and by its id; it is revoked once. */
  List<Step> steps(List<Wish> wishes) {
    List<Step> steps =
        wishes.stream()
            .sorted(Comparator.comparing(wish -> wish.asked().toString()))
            .flatMap(wish -> step(wish).stream())
            .toList();
    return Subjects.once(steps, same -> same);
  }

  private Optional<Step> step(Wish wish) {
    List<ObjectNode> meant =
        present.objects().stream().filter(key -> isMeant(key, wish.asked())).toList();
    return switch (meant.size()) {
      case 0 -> Optional.of(kinds.gone(wish.asked())).filter(nothing -> wish.explicit());
      case 1 -> Optional.of(kinds.revoke(meant.getFirst()).wishing(wish.asked()));
      default -> Optional.of(kinds.unrevoked(wish.asked(), ambiguous(meant)));
    };
  }

  private static boolean isMeant(ObjectNode key, ObjectNode asked) {
    return asked.has(KeyKinds.KEY_ID)
        ? Keys.id(key).equals(asked.path(KeyKinds.KEY_ID).asText())
        : key.path(Keys.NAME).asText().equals(asked.path(Keys.NAME).asText());
  }

  private static Problem ambiguous(List<ObjectNode> meant) {
    return Problem.of(
        ProblemCode.AMBIGUOUS_KEY,
        "Several keys have this name: %s. Say key_id."
            .formatted(meant.stream().map(Keys::id).sorted().collect(Collectors.joining(", "))));
  }
}
