package agency.steward.sandbox.row;

import agency.steward.sandbox.json.JsonOut;
import java.util.Locale;
import java.util.UUID;

/** A sub workspace in the group of an admin workspace, or invited to it (facts.md 4.2). */
public record Link(UUID id, UUID admin, UUID sub, Status status, long createdAt, long updatedAt)
    implements Row {

  /** How far an invitation has come. */
  public enum Status {
    PENDING,
    ACCEPTED,
    REJECTED
  }

  public static Link of(UUID admin, UUID sub, Status status, long now) {
    return new Link(NewId.next(), admin, sub, status, now, now);
  }

  public Link is(Status other, long now) {
    return new Link(id, admin, sub, other, createdAt, now);
  }

  /** An accepted one or an open invitation: the sub workspace cannot be invited again. */
  public boolean open() {
    return status != Status.REJECTED;
  }

  public boolean accepted() {
    return status == Status.ACCEPTED;
  }

  public void write(JsonOut out, String adminName, String subName) {
    out.object().id("id", id).id("admin_workspace_id", admin).id("sub_workspace_id", sub);
    out.text("status", status.name().toLowerCase(Locale.ROOT));
    out.time("timestamp_created", createdAt).time("timestamp_updated", updatedAt);
    out.text("sub_workspace_name", subName).text("admin_workspace_name", adminName).endObject();
  }
}
