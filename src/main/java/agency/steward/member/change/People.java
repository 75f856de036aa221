package agency.steward.member.change;

import agency.steward.changeset.Present;
import agency.steward.changeset.SharedGround;
import agency.steward.changeset.guard.Guard;
import agency.steward.changeset.plan.Change;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What all changes of members have in common. */
public final class People {
  static final String AREA = "member";
  static final String LIST = "members";
  static final List<Guard> GUARDS = List.of(new OwnerGuard(), new LastAdminGuard());

  private People() {}

  /** The name under which only one at a time changes a member who is there. */
  static String lock(String id) {
    return "member:" + id;
  }

  /** Empty where Instantly says 404, which alone proves nothing in delegated access. */
  static Optional<ObjectNode> get(InstantlyWorkspace instantly, String id) {
    try {
      return Optional.of(instantly.get(Member.path(id)));
    } catch (InstantlyException e) {
      if (e.failure() instanceof InstantlyFailure.NotFound) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whole. */
  public static Present survey(InstantlyWorkspace instantly) {
    return Present.of(LIST, all(instantly));
  }

  /** Who has this address: rather as the one they were invited with. */
  public static Optional<ObjectNode> find(List<ObjectNode> members, String address) {
    String wanted = Member.folded(address);
    return members.stream()
        .filter(member -> Member.folded(member.path(Member.EMAIL).asText()).equals(wanted))
        .findFirst()
        .or(() -> members.stream().filter(m -> Member.hasAddress(m, address)).findFirst());
  }

  /** Every member with this address: somebody may be one by each of their two addresses. */
  public static List<ObjectNode> having(List<ObjectNode> members, String address) {
    return members.stream().filter(member -> Member.hasAddress(member, address)).toList();
  }

  /** Whether the change makes an admin of somebody who was none. */
  static boolean becomesAdmin(Change change) {
    return change.after().filter(after -> isAdmin(after)).isPresent()
        && change.before().filter(before -> isAdmin(before)).isEmpty();
  }

  private static boolean isAdmin(ObjectNode member) {
    return Role.ADMIN.wire().equals(Member.role(member));
  }

  /** Whole, so that absence is proven. */
  static List<ObjectNode> all(InstantlyWorkspace instantly) {
    return instantly.list(Listing.MEMBERS, Map.of());
  }

  /** Who takes an admin away has to hold the workspace's admins and to see another one. */
  static Optional<SharedGround> admins(Change change) {
    return Member.losesAdmin(change)
        ? Optional.of(
            new SharedGround(
                SharedGround.ADMINS,
                (instantly, inDoubt) ->
                    anotherAdmin(instantly, change.objectId().orElse(""), inDoubt)))
        : Optional.empty();
  }

  /** Reads on only until one is found. */
  private static List<ObjectNode> anotherAdmin(
      InstantlyWorkspace instantly, String own, Set<String> inDoubt) {
    try (Stream<ObjectNode> accepted =
        instantly.walk(Listing.MEMBERS, Map.of("accepted", "true"))) {
      return accepted
          .filter(Member::isAcceptedAdmin)
          .filter(member -> !member.path(Member.ID).asText().equals(own))
          .filter(member -> !inDoubt.contains(member.path(Member.ID).asText()))
          .limit(1)
          .toList();
    }
  }
}
