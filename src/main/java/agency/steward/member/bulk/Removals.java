package agency.steward.member.bulk;

import agency.steward.access.Right;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import agency.steward.member.change.People;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code remove}: people go, and invitations that nobody has accepted. */
@ApplicationScoped
class Removals implements PeopleKind {
  private final MemberKinds kinds;

  Removals(MemberKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "remove";
  }

  @Override
  public List<String> columns() {
    return List.of(Member.EMAIL);
  }

  @Override
  public List<String> specFields() {
    return List.of(Asking.EMAILS);
  }

  @Override
  public ObjectNode row(Fields row) {
    return Asking.person(row);
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    return Asking.neededPeople(spec, UnaryOperator.identity());
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.MEMBER_DELETE);
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return Rows.merged(wishes.stream().flatMap(wish -> steps(present.objects(), wish)).toList());
  }

  /** Whatever is theirs, so that nobody stays by an invitation to another address of theirs. */
  private Stream<Step> steps(List<ObjectNode> members, Wish wish) {
    String email = wish.asked().path(Member.EMAIL).asText();
    List<ObjectNode> theirs = People.having(members, email);
    return theirs.isEmpty() && wish.explicit()
        ? Stream.of(kinds.gone(email))
        : theirs.stream().map(kinds::remove);
  }
}
