package agency.steward.sandbox.api;

import agency.steward.sandbox.json.Json;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.NewId;
import agency.steward.sandbox.row.Role;
import agency.steward.sandbox.world.Draft;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member is invited with and changed by. */
final class MemberBody {
  private static final int LONGEST_NICKNAME = 80;
  private static final Shape NICKNAME = Texts.sized(0, LONGEST_NICKNAME).orNull("string");
  private static final Shape ROLE = Texts.of(Role.NAMES);
  static final ObjectShape INVITE =
      Shape.object()
          .required("email", Texts.email())
          .required("role", ROLE)
          .optional("permissions", Shape.list(Texts.of(Permissions.KNOWN), 0).orNull("array"))
          .optional("nickname", NICKNAME)
          .optional("user_email", Texts.email().orNull("string"));
  static final ObjectShape PATCH =
      Shape.object().optional("role", ROLE).optional("nickname", NICKNAME);

  private MemberBody() {}

  static Member invited(Draft draft, JsonNode body, Role role, long now) {
    String email = body.get("email").textValue();
    String userEmail = body.path("user_email").textValue();
    return new Member(
        NewId.next(),
        email,
        NewId.ofPerson(userEmail == null ? email : userEmail),
        userEmail,
        body.path("nickname").textValue(),
        null,
        null,
        role,
        now,
        false,
        draft.space().owner(),
        permissions(body));
  }

  private static @Nullable List<String> permissions(JsonNode body) {
    JsonNode given = body.path("permissions");
    return given.isArray() ? Json.texts(given) : null;
  }
}
