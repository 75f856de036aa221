/** What callers send about workspaces: bodies and parameters, read strictly into values. */
@NullMarked
package agency.steward.registration.asked;

import org.jspecify.annotations.NullMarked;
