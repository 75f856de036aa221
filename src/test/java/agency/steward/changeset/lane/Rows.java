package agency.steward.changeset.lane;

import agency.steward.changeset.Step;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.guard.Limits;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.instantly.Deadline;
import agency.steward.ledger.Actor;
import agency.steward.member.change.MemberKinds;
import agency.steward.member.change.Role;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Rows of a lane that nobody has stored: members who shall be editors. */
public final class Rows {
  private static final MemberKinds KINDS = MemberKinds.under(Limits.USUAL);
  private static final ChangeSetId SET = ChangeSetId.next();
  private static final WorkspaceId HERE = new WorkspaceId(UUID.randomUUID());

  private Rows() {}

  public static ObjectNode member(int n) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "m" + n)
        .put("email", "m" + n + "@x.example")
        .put("role", "view");
  }

  public static LaneRow row(int n) {
    Step step = KINDS.role(member(n), Role.EDITOR, true);
    var origin =
        new RecordedChange.Origin(
            Optional.empty(), Optional.of(step.wish()), true, 0, 0, Optional.empty());
    var row =
        new RecordedChange(
            SET,
            n,
            HERE,
            "here",
            step.change(),
            step.intent(),
            Result.PENDING,
            JsonNodeFactory.instance.arrayNode(),
            false,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            origin);
    var attempt =
        new Attempt(
            SET,
            n,
            true,
            HERE,
            "here",
            step.kind(),
            step.intent(),
            step.change(),
            Actor.STEWARD,
            Optional.empty());
    return new LaneRow(row, attempt);
  }

  public static Lane lane() {
    return new Lane(SET, HERE, 1, 0, false, Deadline.in(Duration.ofMinutes(10)));
  }
}
