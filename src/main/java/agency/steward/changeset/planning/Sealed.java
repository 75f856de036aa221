package agency.steward.changeset.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a finished plan says of itself. */
public record Sealed(
    String state, String digest, int requiredApprovals, ArrayNode violations, ObjectNode coverage) {

  Sealed standing(String where) {
    return new Sealed(where, digest, requiredApprovals, violations, coverage);
  }
}
