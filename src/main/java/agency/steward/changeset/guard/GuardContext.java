package agency.steward.changeset.guard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What was seen besides the row itself.
 *
 * @param identityProven whether calls reach the very workspace the row is about
 * @param peers other objects of the workspace, as far as the kind wanted to see them; empty where
 *     nobody looked. When a set is planned: all objects as they will be after it
 * @param named whether the subject was named by who wants the change, and not picked by a rule
 */
public record GuardContext(
    boolean identityProven, Optional<List<ObjectNode>> peers, boolean named) {

  /** Nothing proven, nothing seen. */
  public static final GuardContext BLIND = new GuardContext(false, Optional.empty(), true);

  /** The workspace is the right one, nothing else was looked at. */
  public static final GuardContext PROVEN = new GuardContext(true, Optional.empty(), true);

  public GuardContext with(List<ObjectNode> seen) {
    return new GuardContext(identityProven, Optional.of(List.copyOf(seen)), named);
  }

  public GuardContext named(boolean byName) {
    return new GuardContext(identityProven, peers, byName);
  }
}
