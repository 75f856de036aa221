package agency.steward.changeset;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What somebody wants in one workspace.
 *
 * @param asked in the words of the kind
 * @param explicit whether it names this very workspace. Then a missing subject is a failure; in a
 *     wish for the whole fleet it only means that there is nothing to do here
 */
public record Wish(ObjectNode asked, boolean explicit) {}
