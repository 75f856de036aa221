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
 */
final class Fleet {
  private static final List<String> EVERYTHING = List.of(Scopes.EVERYTHING);
  private static final int ADMINS = 2;

  private record Person(String email, UUID user, String last, Role role) {}

  private final String prefix;
  private final List<Person> people;
  private final long now;

  Fleet(String prefix, int members, long now) {
    this.prefix = prefix;
    this.now = now;
    this.people = IntStream.range(0, members).mapToObj(i -> person(prefix, i)).toList();
  }

  private static Person person(String prefix, int i) {
    String email = "m" + i + "@" + prefix + ".example";
    Role role = i == 0 ? Role.OWNER : i <= ADMINS ? Role.ADMIN : Role.VIEW;
    return new Person(email, NewId.ofPerson(email), "No" + i, role);
  }

  Place found(World world, int w) {
    UUID id = NewId.next();
    UUID owner = people.getFirst().user();
    var space = Space.of(id, prefix + w, owner, Plan.hypergrowth(true, now), now);
    return world.create(
        id,
        draft -> {
          draft.put(Table.SPACE, space);
          people.forEach(person -> draft.put(Table.MEMBERS, member(person, owner)));
          draft.put(Table.KEYS, new Key(NewId.next(), "sandbox", EVERYTHING, NewId.secret(), now));
          return draft;
        });
  }

  private Member member(Person p, UUID owner) {
    return new Member(
        NewId.next(),
        p.email(),
        p.user(),
        null,
        null,
        "Member",
        p.last(),
        p.role(),
        now,
        true,
        owner,
        null);
  }
}
