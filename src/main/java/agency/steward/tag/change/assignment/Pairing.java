package agency.steward.tag.change.assignment;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Mappings;
import agency.steward.tag.read.Tag;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One tag on one account or campaign, or off it: a row of many. What carries a tag is seen at the
 * tag, so that all rows are compared with one look.
 */
public final class Pairing implements SurveyedKind {
  static final String NAME = "tag_pair";

  private final List<Guard> guards;

  public Pairing(List<Guard> guards) {
    this.guards = guards;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String area() {
    return Tag.AREA;
  }

  @Override
  public List<Guard> guards() {
    return guards;
  }

  @Override
  public String inverseKind() {
    return Assignment.NAME;
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return tag(survey(instantly, List.of(intent)), Pair.of(intent));
  }

  private static Optional<ObjectNode> tag(Present present, Pair pair) {
    return new KnownTags(present.objects()).byId(pair.tagId());
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    Pair pair = Pair.of(intent);
    if (present.isEmpty()) {
      return new Plan.Impossible(Faults.gone(pair.aim()));
    }
    ObjectNode tag = present.get();
    ObjectNode before = pair.state(tag, pair.isOn(tag));
    ObjectNode after = pair.state(tag, pair.aim().assign());
    if (before.equals(after)) {
      return new Plan.AlreadySo(pair.change(tag, before, after));
    }
    if (tag.has(LiveCampaigns.FIELD) && pair.selectsSenders()) {
      before.set(LiveCampaigns.FIELD, tag.get(LiveCampaigns.FIELD));
    }
    return new Plan.Needed(pair.change(tag, before, after));
  }

  /** Campaigns come and go live: whether that matters is for the guard to say. */
  @Override
  public boolean startsAlike(Change planned, Change now) {
    return state(planned).equals(state(now));
  }

  private static Optional<ObjectNode> state(Change change) {
    return change.before().map(before -> before.deepCopy().without(LiveCampaigns.FIELD));
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.post(Assignment.TOGGLE, Pair.of(intent).toggle());
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Pair pair = Pair.of(intent);
    Set<String> tags =
        Mappings.tags(pair.aim().carrier(), Mappings.of(instantly, Set.of(pair.aim().resource())))
            .getOrDefault(pair.aim().carrier().key(pair.aim().resource()), Set.of());
    boolean on = tags.contains(pair.tagId());
    return sight(pair, on, change.after().map(state -> state.deepCopy().put(Pair.ASSIGNED, on)));
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    Pair pair = Pair.of(intent);
    if (now.isEmpty() && pair.aim().assign()) {
      return new Sight.Different(now);
    }
    boolean on = now.filter(pair::isOn).isPresent();
    return sight(pair, on, now.map(tag -> pair.state(tag, on)));
  }

  private static Sight sight(Pair pair, boolean on, Optional<ObjectNode> seen) {
    return on == pair.aim().assign() ? new Sight.AsWanted(seen) : new Sight.AsBefore(seen);
  }

  @Override
  public Problem explain(Problem refusal, Sight found) {
    return found
        .now()
        .filter(now -> refusal.code() == ProblemCode.NOT_FOUND_IN_WORKSPACE)
        .map(now -> Faults.gone(Pair.aim(now)))
        .orElse(refusal);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(now.orElseThrow());
  }

  @Override
  public Listing listing() {
    return Listing.TAGS;
  }

  @Override
  public boolean isPaged() {
    return false;
  }

  @Override
  public Present survey(InstantlyWorkspace instantly) {
    return survey(instantly, List.of());
  }

  @Override
  public Present survey(InstantlyWorkspace instantly, List<Intent> about) {
    return Carrying.tags(instantly, about.stream().map(Pair::of).map(Pair::aim).toList());
  }

  @Override
  public Present lookBack(InstantlyWorkspace instantly, List<Intent> done) {
    return Carrying.tagsAndCarriers(
        instantly, done.stream().map(intent -> Pair.of(intent).aim().back()).toList());
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return Tag.id(object).equals(Pair.of(intent).tagId());
  }

  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    return back(Pair.of(intent), present);
  }

  /** Of one that was made: only while it is as it was made, and what carries it is there. */
  Optional<Step> back(Pair made, Present present) {
    Aim back = made.aim().back();
    return tag(present, made)
        .filter(tag -> made.isOn(tag) == made.aim().assign())
        .flatMap(tag ->
            Carrying.spelling(present, back).map(spelling -> step(tag, back.spelt(spelling))));
  }

  /** One of many. */
  public Step step(ObjectNode tag, Aim aim) {
    var pair = new Pair(Tag.id(tag), aim);
    Plan plan = plan(pair.intent(), Optional.of(tag));
    return new Step(pair.subject(tag), aim.wish(Tag.label(tag)), true, this, pair.intent(), plan);
  }
}
