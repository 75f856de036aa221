package agency.steward.member.bulk;

import agency.steward.changeset.Fields;
import agency.steward.member.Address;
import agency.steward.member.change.Member;
import agency.steward.member.change.Role;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What all kinds ask for in the same way. */
final class Asking {
  static final String EMAILS = "emails";
  private static final String NO_ADDRESS =
      "This is one plain e-mail address, such as ann@agency.example";
  private static final String PATTERN =
      "Patterns are not taken: name each person by one plain address. GET /v1/members?search= finds"
          + " them; role_change takes all_with_role instead, and reinvite pending_longer_than";

  private Asking() {}

  static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A row about one person. */
  static ObjectNode person(Fields row) {
    ObjectNode wish = json();
    row.needed(Member.EMAIL)
        .ifPresent(email -> {
          check(row, Member.EMAIL, email);
          wish.put(Member.EMAIL, email);
        });
    return wish;
  }

  /** A star could stand in an address, but whoever writes one means many. */
  private static void check(Fields fields, String field, String email) {
    if (email.contains("*")) {
      fields.fault(field, PATTERN);
    } else if (!Address.isPlain(email)) {
      fields.fault(field, NO_ADDRESS);
    }
  }

  /** The same wish about each person of a spec, once, however often and however spelt. */
  static List<ObjectNode> people(Fields spec, UnaryOperator<ObjectNode> wish) {
    var people = new LinkedHashMap<String, String>();
    spec.texts(EMAILS).forEach(email -> people.putIfAbsent(Member.folded(email), email));
    return people.values().stream()
        .map(email -> {
          check(spec, EMAILS, email);
          return wish.apply(json().put(Member.EMAIL, email));
        })
        .toList();
  }

  /** A fault where nobody is named. */
  static List<ObjectNode> neededPeople(Fields spec, UnaryOperator<ObjectNode> wish) {
    if (!spec.has(EMAILS)) {
      spec.fault(EMAILS, "emails is needed");
    }
    return people(spec, wish);
  }

  /** One that can be given. */
  static Optional<Role> role(Fields fields) {
    Optional<String> wanted = fields.text(Member.ROLE);
    Optional<Role> role = wanted.flatMap(Role::of);
    if (wanted.isPresent() && role.isEmpty()) {
      fields.fault(
          ProblemCode.ROLE_NOT_ASSIGNABLE,
          Member.ROLE,
          "This role cannot be given. Must be one of admin, editor, view");
    }
    return role;
  }

  /** The person's address, whatever its case. */
  static String key(ObjectNode row) {
    return Member.folded(row.path(Member.EMAIL).asText());
  }
}
