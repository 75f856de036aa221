package agency.steward.member.change;

import agency.steward.changeset.Answer;
import agency.steward.changeset.Present;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.Sight;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Another role or nickname for a member who is there: the two things that Instantly lets be changed
 * (facts.md 4.1). It is said absolutely, so that saying it twice does no harm.
 */
final class Edit implements MemberKind {
  private static final String MEMBER = "member_id";
  private static final String SET = "set";

  private final String name;
  private final List<Guard> guards;

  Edit(String name, List<Guard> guards) {
    this.name = name;
    this.guards = guards;
  }

  /**
   * @param set {@code role} and {@code nickname} as they shall be; null takes a nickname away
   */
  static Intent intent(String memberId, ObjectNode set) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put(MEMBER, memberId);
    data.set(SET, set);
    return new Intent(People.lock(memberId), data);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Guard> guards() {
    return guards;
  }

  @Override
  public Optional<ObjectNode> detect(InstantlyWorkspace instantly, Intent intent) {
    return Optional.of(instantly.get(path(intent)));
  }

  @Override
  public Plan plan(Intent intent, Optional<ObjectNode> present) {
    return EditPlan.of(name, id(intent), set(intent), present.orElseThrow());
  }

  @Override
  public Optional<SharedGround> sharedGround(Change change) {
    return People.admins(change);
  }

  @Override
  public ObjectNode apply(InstantlyWorkspace instantly, Intent intent, Change change) {
    return instantly.patch(path(intent), set(intent));
  }

  @Override
  public Sight look(
      InstantlyWorkspace instantly, Intent intent, Change change, Optional<ObjectNode> written) {
    return sight(intent, change, People.get(instantly, id(intent)));
  }

  @Override
  public Sight sight(Intent intent, Change change, Optional<ObjectNode> now) {
    if (now.isEmpty()) {
      return new Sight.Different(now);
    }
    ObjectNode set = set(intent);
    if (agree(now.get(), set, set)) {
      return new Sight.AsWanted(now);
    }
    return agree(now.get(), set, change.before().orElseThrow())
        ? new Sight.AsBefore(now)
        : new Sight.Different(now);
  }

  /** Whether both say the same of the fields that are set; null is as good as absent. */
  private static boolean agree(ObjectNode now, ObjectNode set, ObjectNode other) {
    return set.properties().stream()
        .allMatch(field -> text(now, field.getKey()).equals(text(other, field.getKey())));
  }

  private static Optional<String> text(ObjectNode object, String field) {
    return Optional.of(object.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  @Override
  public Answer answer(
      Workspace workspace, Change change, boolean changed, Optional<ObjectNode> now) {
    return Answer.ok(Outward.object(workspace, now.orElseThrow()));
  }

  @Override
  public boolean isDelicate(Change change) {
    return People.becomesAdmin(change);
  }

  @Override
  public boolean isSubject(ObjectNode object, Intent intent, Change change) {
    return object.path(Member.ID).asText().equals(id(intent));
  }

  @Override
  public Optional<Step> inverse(Intent intent, Change done, Present present) {
    ObjectNode was = done.before().orElseThrow();
    return present.objects().stream()
        .filter(member -> isSubject(member, intent, done))
        .filter(member -> agree(member, set(intent), done.after().orElseThrow()))
        .findFirst()
        .flatMap(member -> back(member, set(intent), was));
  }

  /** A role that nobody can give does not come back. */
  private Optional<Step> back(ObjectNode member, ObjectNode set, ObjectNode was) {
    if (set.has(Member.ROLE) && Role.of(Member.role(was)).isEmpty()) {
      return Optional.empty();
    }
    ObjectNode before = JsonNodeFactory.instance.objectNode();
    set.fieldNames().forEachRemaining(field -> before.set(field, orNull(was.path(field))));
    return Optional.of(only(step(member, before, true)));
  }

  /** Others with the same address may have been something else. */
  private static Step only(Step back) {
    return back.wishing(back.wish().deepCopy().put(Member.ID, id(back.intent())));
  }

  private static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() ? NullNode.getInstance() : value;
  }

  /** One of many. */
  Step step(ObjectNode member, ObjectNode set, boolean named) {
    String id = member.path(Member.ID).asText();
    String email = member.path(Member.EMAIL).asText();
    Intent intent = intent(id, set);
    ObjectNode wish = JsonNodeFactory.instance.objectNode().put(Member.EMAIL, email);
    wish.setAll(set);
    return new Step(email, wish, named, this, intent, plan(intent, Optional.of(member)));
  }

  private static String path(Intent intent) {
    return Member.path(id(intent));
  }

  private static String id(Intent intent) {
    return intent.data().path(MEMBER).asText();
  }

  private static ObjectNode set(Intent intent) {
    return intent.data().withObject("/" + SET);
  }
}
