package agency.steward.sandbox.control;

import agency.steward.sandbox.call.Scopes;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Plan;
import agency.steward.sandbox.row.Role;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.world.Place;
import agency.steward.sandbox.world.Table;
import agency.steward.sandbox.world.World;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Workspaces {@code {prefix}{w}} with the same people {@code m{i}@{prefix}.example} in each: 0 owns
 * it, 1 and 2 are admins, the rest may view, all have accepted. What is the same everywhere is kept
 * once.
 *
 * <p>A fixed fleet has the same ids and keys each time it is founded: founded once more, it is as
 * it was at first.
 */
final class Fleet {
  private static final List<String> EVERYTHING = List.of(Scopes.EVERYTHING);
  private static final int ADMINS = 2;

  private record Person(String email, UUID user, String last, Role role) {}

  private final String prefix;
  private final List<Person> people;
  private final long now;
  private final boolean fixed;

  Fleet(String prefix, int members, boolean fixed, long now) {
    this.prefix = prefix;
    this.fixed = fixed;
    this.now = now;
    this.people = IntStream.range(0, members).mapToObj(i -> person(prefix, i)).toList();
  }

  private static Person person(String prefix, int i) {
    String email = "m" + i + "@" + prefix + ".example";
    Role role = i == 0 ? Role.OWNER : i <= ADMINS ? Role.ADMIN : Role.VIEW;
    return new Person(email, NewId.ofPerson(email), "No" + i, role);
  }

  Place found(World world, int w) {
    String name = prefix + w;
    UUID id = id(name, 0);
    UUID owner = people.getFirst().user();
    var space = Space.of(id, name, owner, Plan.hypergrowth(true, now), now);
    return world.create(
        id,
        draft -> {
          draft.put(Table.SPACE, space);
          for (int i = 0; i < people.size(); i++) {
            draft.put(Table.MEMBERS, member(people.get(i), id(name, 2 + i), owner));
          }
          String secret = fixed ? NewId.fixedSecret(name) : NewId.secret();
          draft.put(Table.KEYS, new Key(id(name, 1), "sandbox", EVERYTHING, secret, now));
          return draft;
        });
  }

  private UUID id(String name, int n) {
    return fixed ? NewId.fixed(name, n) : NewId.next();
  }

  private Member member(Person p, UUID id, UUID owner) {
    return new Member(
        id, p.email(), p.user(), null, null, "Member", p.last(), p.role(), now, true, owner, null);
  }
}
