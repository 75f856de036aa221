package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Present;
import agency.steward.changeset.Wish;
import agency.steward.changeset.guard.Limits;
import agency.steward.member.change.MemberKinds;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Vetoed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The agency's own profiles lie in a table: a row more is no query more. */
@SuppressWarnings("NullAway") // no planner asks for the ceiling
class ProfilesOnceTest {
  private static final int ROWS = 20;
  private static final MemberKinds KINDS = MemberKinds.under(Limits.USUAL);

  private final Counted profiles = new Counted();
  private final Wanted wanted = new Wanted(profiles, null);

  @Vetoed
  static class Counted extends Profiles {
    private int asked;

    @Override
    public Map<String, Profile> named(Collection<String> names) {
      asked++;
      return super.named(names);
    }
  }

  private static ObjectNode ann(int i) {
    return JsonNodeFactory.instance.objectNode().put("email", "ann" + i + "@agency.example");
  }

  private void plan(BulkKind kind) {
    List<ObjectNode> there =
        IntStream.range(0, ROWS)
            .mapToObj(i -> ann(i).put("id", "m" + i).put("role", "editor").put("accepted", true))
            .toList();
    List<Wish> wishes =
        IntStream.range(0, ROWS)
            .mapToObj(i -> new Wish(ann(i).put("profile", i % 2 == 0 ? "sdr" : "viewer"), true))
            .toList();

    assertThat(kind.plan(Present.of("members", there), wishes)).hasSize(ROWS);
  }

  @Test
  void thePlannerOfInvitationsLooksForTheProfilesOfAllRowsAtOnce() {
    plan(new Invitations(KINDS, wanted));

    assertThat(profiles.asked).isOne();
  }

  @Test
  void thePlannerOfProfileChangesLooksForTheProfilesOfAllRowsAtOnce() {
    plan(new ProfileChanges(KINDS, wanted));

    assertThat(profiles.asked).isOne();
  }
}
