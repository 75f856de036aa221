package agency.steward.tag.tagging;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import agency.steward.tag.change.assignment.Batch;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.TagId;
import agency.steward.tag.read.TagText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was asked for into a batch, or says what is wrong with it. Instantly itself answers an
 * id of the wrong form with silence.
 */
final class WantedBatch {
  private static final int MOST_TAGS = 50;
  private static final int MOST_RESOURCES = 500;
  private static final int MOST_PAIRS = 2000;

  private WantedBatch() {}

  static Batch of(AssignRequest asked) {
    if (asked.tagIds().isPresent() == asked.labels().isPresent()) {
      throw invalid(
          asked.tagIds().isPresent() ? "/labels" : "/tag_ids",
          "Say which tags either by tag_ids or by labels, not both");
    }
    Carrier carrier = carrier(asked.resourceType());
    var batch =
        new Batch(
            some(asked.tagIds(), "/tag_ids", MOST_TAGS, WantedBatch::tagId),
            some(asked.labels(), "/labels", MOST_TAGS, TagText::label),
            carrier,
            some(
                Optional.of(asked.resourceIds().orElse(List.of())),
                "/resource_ids",
                MOST_RESOURCES,
                (id, pointer) -> resource(carrier, id, pointer)),
            assign(asked.assign()));
    if ((batch.tagIds().size() + batch.labels().size()) * batch.resources().size() > MOST_PAIRS) {
      throw invalid(
          "/resource_ids", "At most 2000 pairs of a tag and a resource go into one request");
    }
    return batch;
  }

  private static Carrier carrier(Optional<String> type) {
    return type.flatMap(Carrier::of)
        .orElseThrow(() -> invalid("/resource_type", "resource_type is account or campaign"));
  }

  private static boolean assign(Optional<Boolean> assign) {
    return assign.orElseThrow(
        () -> invalid("/assign", "assign is true to put the tags on, false to take them off"));
  }

  /** Each once, in their order. */
  private static Set<String> some(
      Optional<List<String>> asked, String pointer, int most, BinaryOperator<String> acceptable) {
    var some = new LinkedHashSet<String>();
    if (asked.isEmpty()) {
      return some;
    }
    List<String> all = asked.get();
    if (all.isEmpty() || all.size() > most) {
      throw invalid(pointer, "%s has 1 to %d elements".formatted(pointer.substring(1), most));
    }
    for (int i = 0; i < all.size(); i++) {
      String place = pointer + "/" + i;
      some.add(acceptable.apply(present(all.get(i), place), place));
    }
    return some;
  }

  private static String present(@Nullable String text, String pointer) {
    if (text == null) {
      throw invalid(pointer, "null is none");
    }
    return text;
  }

  private static String tagId(String id, String pointer) {
    if (!TagId.isOne(id)) {
      throw invalid(pointer, TagId.NEEDED + ". Labels go into labels");
    }
    return id;
  }

  private static String resource(Carrier carrier, String id, String pointer) {
    if (!carrier.canBe(id)) {
      throw invalid(pointer, carrier.needed());
    }
    return id;
  }

  private static ProblemException invalid(String pointer, String detail) {
    return Problem.invalid(pointer, detail).thrown();
  }
}
