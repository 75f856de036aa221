package agency.steward.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.access.job.Profiles;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final Wanted wanted = new Wanted(new Profiles());

  private static InviteRequest invite(String email, String role) {
    return new InviteRequest(
        Optional.of(email),
        Optional.of(role),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static InviteRequest as(String profile, List<String> permissions) {
    return new InviteRequest(
        Optional.of("ann@agency.example"),
        Optional.empty(),
        Optional.of(profile),
        Optional.of(permissions).filter(some -> !some.isEmpty()),
        Optional.empty());
  }

  private static Problem problem(ThrowingCallable what) {
    return catchThrowableOfType(ProblemException.class, what).problem();
  }

  private static void assertFault(Problem problem, ProblemCode code, String pointer) {
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.errors()).extracting(Problem.FieldError::pointer).containsExactly(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@agency.example",
        "Ann.B+x@sub.agency.example",
        "o'neil@x-y.co",
        "a@b.c",
      })
  void anAddressIsTakenAsItIs(String email) {
    assertThat(wanted.invitation(invite(email, "view")).path("email").asText()).isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@agency.example",
        "ann@",
        "ann@agency",
        "ann@@agency.example",
        "ann @agency.example",
        " ann@agency.example",
        "ann@agency.example ",
        "ann@agency.example\n",
        "ann@agency.example\u0000",
        "ann@agency..example",
        ".ann@agency.example",
        "ann,bob@agency.example",
        "Ann <ann@agency.example>",
        "аnn@agency.example",
        "ann@аgency.example",
        "ann@-agency.example",
      })
  void whatIsNoAddressIsNamed(String email) {
    assertFault(
        problem(() -> wanted.invitation(invite(email, "view"))),
        ProblemCode.VALIDATION_FAILED,
        "/email");
  }

  @Test
  void anAddressHasItsLimit() {
    String longest = "a".repeat(300) + "@agency.example";
    assertFault(
        problem(() -> wanted.invitation(invite(longest, "view"))),
        ProblemCode.VALIDATION_FAILED,
        "/email");
  }

  @Property
  void noStringWhateverComesThroughAsAnAddressWithAControlCharacter(@ForAll String email) {
    try {
      String taken = Address.required(email);
      assertThat(taken).contains("@").isPrintable();
    } catch (ProblemException refused) {
      assertThat(refused.problem().code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"owner", "client", "member", "viewer", "Admin", "ADMIN", "admin ", "", "аdmin"})
  void accident21_aRoleOfAnotherToolIsRefusedWithTheListOfThoseThatExist(String role) {
    Problem problem = problem(() -> wanted.invitation(invite("ann@agency.example", role)));

    assertFault(problem, ProblemCode.ROLE_NOT_ASSIGNABLE, "/role");
    assertThat(problem.detail()).contains("admin, editor, view");
    assertThat(problem(() -> wanted.edit(new MemberPatch(Optional.of(role), null, null))).code())
        .isEqualTo(ProblemCode.ROLE_NOT_ASSIGNABLE);
  }

  @ParameterizedTest
  @CsvSource({"admin,admin,false", "manager,editor,false", "sdr,editor,true", "viewer,view,false"})
  void aProfileSaysRoleAndPermissions(String profile, String role, boolean restricted) {
    var invitation = wanted.invitation(as(profile, List.of()));

    assertThat(invitation.path("role").asText()).isEqualTo(role);
    assertThat(invitation.has("permissions")).isEqualTo(restricted);
  }

  @Test
  void aProfileHasItsPermissionsAndNoOthers() {
    assertFault(
        problem(() -> wanted.invitation(as("sdr", List.of("crm.view")))),
        ProblemCode.VALIDATION_FAILED,
        "/permissions");
  }

  @Test
  void anUnknownProfileIsAnsweredWithThoseThatExist() {
    Problem problem = problem(() -> wanted.invitation(as("boss", List.of())));

    assertFault(problem, ProblemCode.VALIDATION_FAILED, "/profile");
    assertThat(problem.detail()).contains("admin, manager, sdr, viewer");
  }

  @Test
  void eitherRoleOrProfile() {
    var both =
        new InviteRequest(
            Optional.of("a@b.c"),
            Optional.of("view"),
            Optional.of("viewer"),
            Optional.empty(),
            Optional.empty());
    var none =
        new InviteRequest(
            Optional.of("a@b.c"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertFault(problem(() -> wanted.invitation(both)), ProblemCode.VALIDATION_FAILED, "/profile");
    assertFault(problem(() -> wanted.invitation(none)), ProblemCode.VALIDATION_FAILED, "/role");
  }

  @Test
  void permissionsCannotBePatched() {
    Problem problem =
        problem(() -> wanted.edit(new MemberPatch(Optional.empty(), null, JSON.arrayNode())));

    assertFault(problem, ProblemCode.PERMISSIONS_NEED_REINVITE, "/permissions");
  }

  @Test
  void aPatchSaysSomething() {
    assertThat(problem(() -> wanted.edit(new MemberPatch(Optional.empty(), null, null))).code())
        .isEqualTo(ProblemCode.VALIDATION_FAILED);
  }

  @Test
  void aNicknameCanBeTakenAway() {
    var set = wanted.edit(new MemberPatch(Optional.empty(), JSON.nullNode(), null));

    assertThat(set.path("nickname").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "\ud800"})
  void whatCannotBeANicknameIsNamed(String nickname) {
    JsonNode text = JSON.textNode(nickname);

    assertFault(
        problem(() -> wanted.edit(new MemberPatch(Optional.empty(), text, null))),
        ProblemCode.VALIDATION_FAILED,
        "/nickname");
  }

  @Test
  void aNicknameIsText() {
    assertThat(
            problem(() -> wanted.edit(new MemberPatch(Optional.empty(), JSON.numberNode(5), null)))
                .code())
        .isEqualTo(ProblemCode.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", ".", "a/b", "a%2Fb", "a b", "", "a\u0000", "аbc", "-x", "a?b", "a#b", "a;b"})
  void anIdThatCouldLeadElsewhereIsNobodys(String id) {
    assertThat(problem(() -> MemberId.known(id)).code())
        .isEqualTo(ProblemCode.NOT_FOUND_IN_WORKSPACE);
  }
}
