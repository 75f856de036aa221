package agency.steward.member;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.member.change.Member;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** The members of one workspace that fit, whole. */
  List<ObjectNode> in(InstantlyWorkspace workspace) {
    return workspace.list(Listing.MEMBERS, query()).stream().filter(this::fits).toList();
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
