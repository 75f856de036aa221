package agency.steward.changeset.planning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a finished plan says of itself.
 *
 * @param people how many were seen in each target that was read, by its id
 */
public record Sealed(
    String digest,
    int requiredApprovals,
    ArrayNode violations,
    ObjectNode coverage,
    ObjectNode people) {}
