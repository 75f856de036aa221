package agency.steward.tag.change.assignment;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.tag.read.Carrier;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What a {@link Batch} comes to, compared with what a {@link Survey} saw. Pure. */
final class AssignmentPlan {
  private static final int NAMED = 3;

  private AssignmentPlan() {}

  static Plan of(Batch batch, ObjectNode survey) {
    return Faults.of(batch, survey)
        .<Plan>map(Plan.Impossible::new)
        .orElseGet(() -> of(batch.assign(), survey));
  }

  private static Plan of(boolean assign, ObjectNode survey) {
    Tagging present = Tagging.of(survey);
    Tagging wanted = present.wholly(assign);
    if (present.equals(wanted)) {
      return new Plan.AlreadySo(change(present, present.json(), wanted));
    }
    return new Plan.Needed(change(present, before(present, wanted, survey), wanted));
  }

  /** Only campaigns whose senders it would really change are in it. */
  private static ObjectNode before(Tagging present, Tagging wanted, ObjectNode survey) {
    ObjectNode before = present.json();
    if (present.carrier() == Carrier.ACCOUNT && survey.has(LiveCampaigns.FIELD)) {
      List<String> tags =
          present.differences(wanted).stream().map(Tagging.Pair::tag).distinct().toList();
      before.set(LiveCampaigns.FIELD, LiveCampaigns.touched(survey, tags));
    }
    return before;
  }

  private static Change change(Tagging present, ObjectNode before, Tagging wanted) {
    return new Change(
        Assignment.NAME,
        subject(present),
        Optional.empty(),
        Optional.of(before),
        Optional.of(wanted.json()),
        Effect.NEUTRAL,
        Reversibility.LOSSLESS);
  }

  /** Such as {@code VIP, West on account ann@acme.example, bob@acme.example}. */
  private static String subject(Tagging tagging) {
    return Aim.subject(
        Some.of(tagging.tags().values(), NAMED),
        tagging.carrier(),
        Some.of(tagging.resources(), NAMED));
  }
}
