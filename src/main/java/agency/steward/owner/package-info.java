/**
 * Who owns a workspace, and the transfer to somebody else: the one change that takes a secret,
 * which is handed on and kept nowhere.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.owner;

import org.jspecify.annotations.NullMarked;
