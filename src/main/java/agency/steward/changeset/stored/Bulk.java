package agency.steward.changeset.stored;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * What a change set of many rows has besides.
 *
 * @param createdAs fleet roles of who asked for it
 * @param applyWhenAllowed whether it is applied as soon as nothing stands in the way
 * @param violations what rules for the whole set found when it was planned
 * @param coverage how many targets could be read; empty while it is being planned
 * @param overrides rules that a second person has lifted
 * @param events how often its rows have changed
 */
public record Bulk(
    Set<String> createdAs,
    boolean applyWhenAllowed,
    ArrayNode violations,
    Optional<ObjectNode> coverage,
    Set<String> overrides,
    long events) {}
