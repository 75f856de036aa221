package agency.steward.member.bulk;

import agency.steward.access.Ceiling;
import agency.steward.access.Right;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import agency.steward.member.change.People;
import agency.steward.member.change.Role;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code role_change}: another role for people who are there. */
@ApplicationScoped
class RoleChanges implements PeopleKind {
  private static final String ALL_WITH_ROLE = "all_with_role";

  /** Members can have them, whether they can be given or not (facts.md 4.1). */
  private static final List<String> HELD = List.of("owner", "admin", "editor", "view", "client");

  private final MemberKinds kinds;
  private final Ceiling ceiling;

  RoleChanges(MemberKinds kinds, Ceiling ceiling) {
    this.kinds = kinds;
    this.ceiling = ceiling;
  }

  @Override
  public String name() {
    return "role_change";
  }

  @Override
  public List<String> columns() {
    return List.of(Member.EMAIL, Member.ROLE);
  }

  @Override
  public List<String> specFields() {
    return List.of(Asking.EMAILS, ALL_WITH_ROLE, Member.ROLE);
  }

  @Override
  public ObjectNode row(Fields row) {
    ObjectNode wish = Asking.person(row);
    neededRole(row, wish);
    return wish;
  }

  private static void neededRole(Fields fields, ObjectNode wish) {
    fields.needed(Member.ROLE);
    Asking.role(fields).ifPresent(role -> wish.put(Member.ROLE, role.wire()));
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    ObjectNode wanted = Asking.json();
    neededRole(spec, wanted);
    if (spec.has(Asking.EMAILS) == spec.has(ALL_WITH_ROLE)) {
      spec.fault(Asking.EMAILS, "Say either emails or all_with_role");
    }
    Optional<String> held = spec.text(ALL_WITH_ROLE);
    if (held.filter(role -> !HELD.contains(role)).isPresent()) {
      spec.fault(ALL_WITH_ROLE, "No member has this role. They have: " + String.join(", ", HELD));
    }
    var picked = held.map(role -> wanted.deepCopy().put(ALL_WITH_ROLE, role));
    return Stream.concat(Asking.people(spec, wish -> wish.setAll(wanted)).stream(), picked.stream())
        .toList();
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.MEMBER_WRITE);
  }

  @Override
  public void checkCeiling(Workspace workspace, ObjectNode asked) {
    ceiling.role(workspace, Member.role(asked), Right.MEMBER_WRITE);
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return Rows.merged(wishes.stream().flatMap(wish -> steps(present.objects(), wish)).toList());
  }

  private Stream<Step> steps(List<ObjectNode> members, Wish wish) {
    ObjectNode asked = wish.asked();
    Role role = Role.of(Member.role(asked)).orElseThrow();
    if (asked.has(ALL_WITH_ROLE)) {
      String from = asked.path(ALL_WITH_ROLE).asText();
      return members.stream()
          .filter(member -> Member.role(member).equals(from))
          .map(member -> kinds.role(member, role, false));
    }
    List<ObjectNode> theirs = theirs(members, asked);
    return theirs.isEmpty() && wish.explicit()
        ? Stream.of(Rows.nobody(kinds.roleChange(), asked))
        : theirs.stream().map(member -> kinds.role(member, role, true));
  }

  /**
   * Whatever is theirs, so that nobody keeps more by another address of theirs; but only one comes
   * back as it was.
   */
  private static List<ObjectNode> theirs(List<ObjectNode> members, ObjectNode asked) {
    List<ObjectNode> theirs = People.having(members, asked.path(Member.EMAIL).asText());
    return asked.has(Member.ID)
        ? theirs.stream().filter(one -> one.path(Member.ID).equals(asked.path(Member.ID))).toList()
        : theirs;
  }
}
