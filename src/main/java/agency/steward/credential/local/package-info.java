/** The local profile's custody: encrypted files. No production build contains it. */
@NullMarked
package agency.steward.credential.local;

import org.jspecify.annotations.NullMarked;
