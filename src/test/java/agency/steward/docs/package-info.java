/** What the documents say, held against what the sources say. */
@NullMarked
package agency.steward.docs;

import org.jspecify.annotations.NullMarked;
