/**
 * Who holds which profile where: grants and their table. A grant counts from the moment it commits
 * and ends with the statement that revokes it, on every replica, since each request asks the table.
 */
@NullMarked
package agency.steward.access.grant;

import org.jspecify.annotations.NullMarked;
