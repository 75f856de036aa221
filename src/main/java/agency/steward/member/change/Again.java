package agency.steward.member.change;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** That somebody is invited once more, as an intent says it, and which change that is. */
final class Again {
  /** Of an intent, and of a wish of which only this is left. */
  static final String INVITATION = "invitation";

  private static final String MEMBER = "member_id";
  private static final String RISKY = "risky";

  private Again() {}

  /**
   * @param invitation the new one
   * @param risky whether they lose what they have, and not only a letter is sent
   */
  static Intent intent(ObjectNode member, ObjectNode invitation, boolean risky) {
    String id = member.path(Member.ID).asText();
    ObjectNode data = JsonNodeFactory.instance.objectNode().put(MEMBER, id).put(RISKY, risky);
    data.set(INVITATION, invitation);
    return new Intent(People.lock(id), data);
  }

  static Plan plan(Intent intent, ObjectNode member) {
    ObjectNode before = Member.essentials(member);
    return new Plan.Needed(
        change(
            before,
            invitation(intent),
            isRisky(intent) ? Effect.REDUCES : Effect.NEUTRAL,
            comesBack(intent, before) ? Reversibility.REINVITE : Reversibility.IRREVERSIBLE));
  }

  /** Nobody who has accepted needs another letter. */
  static Plan needless(ObjectNode member) {
    ObjectNode so = Member.essentials(member);
    return new Plan.AlreadySo(change(so, so, Effect.NEUTRAL, Reversibility.LOSSLESS));
  }

  private static Change change(
      ObjectNode before, ObjectNode after, Effect effect, Reversibility reversibility) {
    return new Change(
        Reinvitation.NAME,
        before.path(Member.EMAIL).asText(),
        Optional.of(before.path(Member.ID).asText()),
        Optional.of(before),
        Optional.of(after),
        effect,
        reversibility);
  }

  /** A letter that was sent is sent; and a role that nobody can give does not come back. */
  static boolean comesBack(Intent intent, ObjectNode was) {
    return isRisky(intent) && Role.of(Member.role(was)).isPresent();
  }

  static String id(Intent intent) {
    return intent.data().path(MEMBER).asText();
  }

  static String email(Intent intent) {
    return Invited.email(invitation(intent));
  }

  static ObjectNode invitation(Intent intent) {
    return intent.data().withObject("/" + INVITATION);
  }

  private static boolean isRisky(Intent intent) {
    return intent.data().path(RISKY).asBoolean();
  }
}
