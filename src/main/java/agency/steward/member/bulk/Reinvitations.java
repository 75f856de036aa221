package agency.steward.member.bulk;

import agency.steward.access.Right;
import agency.steward.changeset.Fields;
import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.Wish;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code reinvite}: invitations that nobody has accepted are sent again. */
@ApplicationScoped
class Reinvitations implements PeopleKind {
  private static final String PENDING_LONGER_THAN = "pending_longer_than";

  /** Beyond it no calendar can count. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final MemberKinds kinds;
  private final Wanted wanted;

  Reinvitations(MemberKinds kinds, Wanted wanted) {
    this.kinds = kinds;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "reinvite";
  }

  @Override
  public List<String> columns() {
    return List.of(Member.EMAIL);
  }

  @Override
  public List<String> specFields() {
    return List.of(Asking.EMAILS, PENDING_LONGER_THAN);
  }

  @Override
  public ObjectNode row(Fields row) {
    return Asking.person(row);
  }

  @Override
  public List<ObjectNode> spec(Fields spec) {
    if (spec.has(Asking.EMAILS) == spec.has(PENDING_LONGER_THAN)) {
      spec.fault(Asking.EMAILS, "Say either emails or pending_longer_than");
    }
    Optional<ObjectNode> pending =
        spec.text(PENDING_LONGER_THAN)
            .map(text -> {
              if (duration(text).isEmpty()) {
                spec.fault(
                    PENDING_LONGER_THAN,
                    "This is an ISO 8601 duration such as P14D, P36500D at most");
              }
              return Asking.json().put(PENDING_LONGER_THAN, text);
            });
    return Stream.concat(Asking.people(spec, UnaryOperator.identity()).stream(), pending.stream())
        .toList();
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text))
          .filter(time -> !time.isNegative() && time.compareTo(LONGEST) <= 0);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Set<Right> rights() {
    return Set.of(Right.MEMBER_INVITE, Right.MEMBER_DELETE);
  }

  /** Another letter gives nothing new; the undo of another profile does. */
  @Override
  public void checkCeiling(Workspace workspace, List<ObjectNode> asked) {
    List<ObjectNode> anew = asked.stream().filter(each -> each.has(Member.ROLE)).toList();
    wanted.checkCeiling(workspace, anew, Right.MEMBER_INVITE);
  }

  @Override
  public List<Step> plan(Present present, List<Wish> wishes) {
    return Rows.merged(wishes.stream().flatMap(wish -> steps(present, wish)).toList());
  }

  private Stream<Step> steps(Present present, Wish wish) {
    ObjectNode asked = wish.asked();
    if (asked.has(PENDING_LONGER_THAN)) {
      Instant before = present.at().minus(Duration.parse(asked.path(PENDING_LONGER_THAN).asText()));
      return present.objects().stream()
          .filter(member -> isPending(member) && Member.isInvitedBefore(member, before))
          .map(member -> again(member, false));
    }
    Optional<Step> rest = kinds.rest(asked, present.objects());
    if (rest.isPresent()) {
      return rest.stream();
    }
    return Rows.about(
        present.objects(),
        wish,
        member -> isPending(member) ? again(member, true) : kinds.accepted(member),
        () -> Rows.nobody(kinds.reinvitation(), asked));
  }

  private Step again(ObjectNode member, boolean named) {
    return kinds.reinvite(member, MemberKinds.invitationLike(member), false, named);
  }

  private static boolean isPending(ObjectNode member) {
    return !member.path("accepted").asBoolean() && !Member.isOwner(member);
  }
}
