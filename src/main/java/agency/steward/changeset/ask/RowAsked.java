package agency.steward.changeset.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row as it was sent.
 *
 * @param where what its faults are called by, before the name of the field
 * @param text whether all that it can hold is text, as in CSV
 */
record RowAsked(String where, ObjectNode fields, boolean text) {}
