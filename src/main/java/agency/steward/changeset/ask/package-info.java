/**
 * What is asked of many workspaces at once: JSON and CSV are read here, their faults named all
 * together, workspaces found by what people call them.
 *
 * <p>Part of the change set engine; uses {@code planning}.
 */
@NullMarked
package agency.steward.changeset.ask;

import org.jspecify.annotations.NullMarked;
