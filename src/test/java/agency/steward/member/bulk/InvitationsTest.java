package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.job.Profiles;
import agency.steward.changeset.Fields;
import agency.steward.changeset.guard.Limits;
import agency.steward.member.change.MemberKinds;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one invitation refuses, none of many may carry either. */
class InvitationsTest {
  @SuppressWarnings("NullAway") // nothing here asks for the ceiling
  private final Invitations invitations =
      new Invitations(MemberKinds.under(Limits.USUAL), new Wanted(new Profiles(), null));

  private final List<String> faults = new ArrayList<>();

  private static ObjectNode ann() {
    return Asking.json().put("email", "ann@agency.example").put("role", "editor");
  }

  private static ObjectNode with(ObjectNode asked, List<String> permissions) {
    permissions.forEach(asked.putArray("permissions")::add);
    return asked;
  }

  private Fields fields(ObjectNode asked) {
    return new Fields(asked, (code, field, detail) -> faults.add(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", "a\u0000b", "a\nb", "a\u0085b", "\ud800"})
  void whatCannotBeANicknameIsAFaultOfItsRow(String nickname) {
    invitations.row(fields(ann().put("nickname", nickname)));

    assertThat(faults).containsExactly("nickname");
  }

  @Test
  void aNicknameHasItsLimit() {
    invitations.row(fields(ann().put("nickname", "n".repeat(80))));
    assertThat(faults).isEmpty();

    invitations.row(fields(ann().put("nickname", "n".repeat(81))));
    assertThat(faults).containsExactly("nickname");
  }

  static List<List<String>> nonsense() {
    return List.of(
        List.of("campaigns.view", ""),
        List.of("everything!"),
        List.of("crm.view\u0000"),
        List.of("сrm.view"),
        List.of("p".repeat(101)),
        IntStream.range(0, 101).mapToObj(i -> "p" + i).toList());
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatCanBeNoPermissionIsAFaultOfItsRowAndOfASpec(List<String> permissions) {
    invitations.row(fields(with(ann(), permissions)));

    ObjectNode spec = with(Asking.json().put("role", "editor"), permissions);
    spec.putArray(Asking.EMAILS).add("ann@agency.example");
    invitations.spec(fields(spec));

    assertThat(faults).containsExactly("permissions", "permissions");
  }

  @Test
  void aPermissionThatIsNamedTwiceIsSentOnce() {
    ObjectNode wish =
        invitations.row(fields(ann().put("permissions", "crm.view;unibox.all crm.view")));

    assertThat(faults).isEmpty();
    assertThat(MemberKinds.permissions(wish)).containsExactlyInAnyOrder("crm.view", "unibox.all");
    assertThat(wish.path("permissions")).hasSize(2);
  }
}
