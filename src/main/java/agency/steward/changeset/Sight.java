package agency.steward.changeset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a look at the subject after the write has shown. */
public sealed interface Sight {

  /** The object as it was seen; empty where it does not exist. */
  Optional<ObjectNode> now();

  /** It is as it was wanted. */
  record AsWanted(Optional<ObjectNode> now) implements Sight {}

  /** It is as it was before: no effect can be seen. */
  record AsBefore(Optional<ObjectNode> now) implements Sight {}

  /** So far only the first call of a change of several calls took effect. */
  record Halfway(Optional<ObjectNode> now) implements Sight {}

  /** It is neither as wanted nor as before: somebody else changed it too. */
  record Different(Optional<ObjectNode> now) implements Sight {}
}
