/**
 * The one layer that sends again: a read a few times under a budget, a write only when it is proven
 * that nothing has happened, and everything at the pace of its workspace.
 */
@NullMarked
package agency.steward.instantly.send;

import org.jspecify.annotations.NullMarked;
