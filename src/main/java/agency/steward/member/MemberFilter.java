package agency.steward.member;

import agency.steward.fleet.WorkspaceRead;
import agency.steward.instantly.Listing;
import agency.steward.member.change.Member;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which members are wanted. {@code search} and {@code accepted} are left to Instantly (facts.md
 * 4.1), the rest it cannot do.
 *
 * @param email exact but for case, compared with {@code email} and {@code user_email}, which may
 *     differ
 * @param invitedBefore compared with {@code timestamp_created}, which is the invitation
 */
record MemberFilter(
    Optional<String> search,
    Optional<String> email,
    Optional<String> role,
    Optional<Boolean> accepted,
    Optional<Instant> invitedBefore) {

  static final Set<String> LOOKED_AT =
      Set.of("email", "user_email", "role", "accepted", "timestamp_created");

  /** The members of a workspace that fit, whole. */
  WorkspaceRead read() {
    return WorkspaceRead.of(
        Listing.MEMBERS, query(), isForInstantly() ? Set.of() : LOOKED_AT, this::fits);
  }

  /** Nothing is left to look at. */
  private boolean isForInstantly() {
    return Stream.of(email, role, accepted, invitedBefore).allMatch(Optional::isEmpty);
  }

  private Map<String, String> query() {
    var query = new TreeMap<String, String>();
    search.ifPresent(text -> query.put("search", text));
    accepted.ifPresent(is -> query.put("accepted", is.toString()));
    return query;
  }

  boolean fits(ObjectNode member) {
    return email.map(e -> Member.hasAddress(member, e)).orElse(true)
        && role.map(r -> r.equals(member.path("role").asText())).orElse(true)
        && accepted.map(a -> a == member.path("accepted").asBoolean()).orElse(true)
        && invitedBefore.map(before -> Member.isInvitedBefore(member, before)).orElse(true);
  }
}
