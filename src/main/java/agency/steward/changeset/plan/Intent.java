package agency.steward.changeset.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What somebody wants of one subject. It is stored before the first write, so that whoever inherits
 * the row after a crash knows what to look for.
 *
 * @param lock the name under which only one at a time may change the subject, within its workspace
 * @param data what the kind needs to know, in its own words; no secret
 */
public record Intent(String lock, ObjectNode data) {}
