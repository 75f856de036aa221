package agency.steward.changeset.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One row: what becomes of one subject.
 *
 * @param action what is done, such as {@code role_change}
 * @param subject whom or what it is about, for a person to read
 * @param objectId Instantly's id of it, where it has one already
 * @param before what matters of its present state; empty where it does not exist
 * @param after what it shall be; empty where it shall not exist
 */
public record Change(
    String action,
    String subject,
    Optional<String> objectId,
    Optional<ObjectNode> before,
    Optional<ObjectNode> after,
    Effect effect,
    Reversibility reversibility) {

  /** The same of the object with this id. */
  public Change of(Optional<String> id) {
    return new Change(action, subject, id, before, after, effect, reversibility);
  }
}
