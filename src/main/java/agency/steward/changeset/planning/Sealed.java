package agency.steward.changeset.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a finished plan says of itself.
 *
 * @param people how many were seen in each target that was read, by its id
 */
public record Sealed(
    String state,
    String digest,
    int requiredApprovals,
    ArrayNode violations,
    ObjectNode coverage,
    ObjectNode people) {

  Sealed standing(String where) {
    return new Sealed(where, digest, requiredApprovals, violations, coverage, people);
  }
}
