package agency.steward.fleet;

import agency.steward.access.Right;
import java.util.List;

/**
 * What a feature hands to the fan-out, and all it has to say.
 *
 * @param name of the collection, as in its path
 * @param right what the caller must be allowed to do in a workspace for it to be read
 * @param columns the fields that have a column of their own in CSV, under their outward names
 * @param read the rows of one workspace
 */
public record FleetRead(String name, Right right, List<String> columns, WorkspaceRead read) {}
