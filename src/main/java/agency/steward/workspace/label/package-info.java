/**
 * Labels and selectors as Kubernetes writes them: their rules, their grammar, their meaning. Text
 * in, values out; knows nothing of workspaces or of the database.
 *
 * <p>Ground floor. Uses nothing of the house.
 */
@NullMarked
package agency.steward.workspace.label;

import org.jspecify.annotations.NullMarked;
