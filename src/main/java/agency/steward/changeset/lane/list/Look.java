package agency.steward.changeset.lane.list;

import agency.steward.instantly.Deadline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a list has shown.
 *
 * @param fresh until when a row may be sent that was compared with it
 */
public record Look(List<ObjectNode> objects, Deadline fresh) {}
