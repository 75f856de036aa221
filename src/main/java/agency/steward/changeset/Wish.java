package agency.steward.changeset;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What somebody wants in one workspace.
 *
 * @param asked in the words of the kind
 * @param explicit whether it was said of this very workspace: then somebody who is not there is a
 *     failure; of a whole fleet it only means that there is nothing to do
 */
public record Wish(ObjectNode asked, boolean explicit) {}
