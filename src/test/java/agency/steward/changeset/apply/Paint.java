package agency.steward.changeset.apply;

import agency.steward.changeset.Answer;
import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.TakenBackException;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of change for tests of the engine: a thing gets another colour. Nothing may be painted
 * black; red ones may only be painted over while another one is red. {@link #LOST} is of no use to
 * anybody, and {@link #STICKY} not at once.
 */
@ApplicationScoped
class Paint implements ChangeKind, Guard {
  static final String LOST = "lost";
  static final String STICKY = "sticky";

  static Intent intent(String thing, String colour) {
    return new Intent(
        "thing:" + thing,
        JsonNodeFactory.instance.objectNode().put("thing", thing).put("colour", colour));
  }

  @Override
  public String name() {
    return "test_paint";
  }

  @Override
  public String area() {
    return "thing";
  }

  @Override
  public List<Guard> guards() {
    return List.of(this);
  }

  @Override
  public String rule() {
    return "NO_BLACK";
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    boolean black = colour(change.after().orElseThrow()).equals("black");
    boolean lastRed = losesRed(change) && context.peers().orElse(List.of()).isEmpty();
    return black || lastRed
        ? Optional.of(
            new Violation(
                black ? rule() : "LAST_RED",
                Violation.Scope.ROW,
                ProblemCode.GUARD_VIOLATED,
                "Not like this",
                true))
        : Optional.empty();
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return Optional.of(instantly.get("/things/" + thing(intent)));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    ObjectNode before = present.orElseThrow();
    ObjectNode after = before.deepCopy().put("colour", colour(intent.data()));
    var change =
        new Change(
            "test_paint",
            "the thing " + thing(intent),
            Optional.of(thing(intent)),
            Optional.of(before),
            Optional.of(after),
            Effect.REDUCES,
            Reversibility.LOSSLESS);
    return before.equals(after) ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return losesRed(change)
        ? Optional.of(
            new SharedGround(
                "reds",
                (instantly, inDoubt) ->
                    instantly.walk(new Listing("/things", 100), Map.of()).toList().stream()
                        .filter(thing -> colour(thing).equals("red"))
                        .filter(thing -> !isId(thing, change.objectId().orElseThrow()))
                        .filter(thing -> inDoubt.stream().noneMatch(id -> isId(thing, id)))
                        .toList()))
        : Optional.empty();
  }

  private static boolean losesRed(Change change) {
    return colour(change.before().orElseThrow()).equals("red");
  }

  private static boolean isId(ObjectNode thing, String id) {
    return thing.path("id").asText().equals(id);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    ObjectNode written = instantly.patch("/things/" + thing(intent), intent.data());
    if (colour(intent.data()).equals(STICKY)) {
      restore(instantly, intent, change);
      throw new TakenBackException(useless());
    }
    return written;
  }

  @Override
  public Optional<Problem> tidy(
      InstantlyWorkspace instantly,
      Intent intent,
      Change change,
      Optional<ObjectNode> written,
      Sight found) {
    if (found.now().filter(thing -> colour(thing).equals(LOST)).isEmpty()) {
      return Optional.empty();
    }
    restore(instantly, intent, change);
    return Optional.of(useless());
  }

  private static void restore(InstantlyWorkspace instantly, Intent intent, Change change) {
    instantly.patch("/things/" + thing(intent), change.before().orElseThrow());
  }

  private static Problem useless() {
    return Problem.of(ProblemCode.CUSTODY_UNAVAILABLE, "It was of no use");
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    Optional<ObjectNode> now;
    try {
      now = detect(instantly, intent);
    } catch (InstantlyException e) {
      if (e.problem().code() != ProblemCode.NOT_FOUND_IN_WORKSPACE) {
        throw e;
      }
      return new Sight.Different(Optional.empty());
    }
    String colour = colour(now.orElseThrow());
    if (colour.equals(LOST)) {
      return new Sight.Different(now);
    }
    if (colour.equals(colour(intent.data()))) {
      return new Sight.AsWanted(now);
    }
    return colour.equals(colour(change.before().orElseThrow()))
        ? new Sight.AsBefore(now)
        : new Sight.Different(now);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(now.orElseThrow());
  }

  private static String thing(Intent intent) {
    return intent.data().path("thing").asText();
  }

  private static String colour(ObjectNode thing) {
    return thing.path("colour").asText();
  }
}
