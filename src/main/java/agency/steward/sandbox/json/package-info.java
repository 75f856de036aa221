/** JSON as the sandbox writes and reads it: a fast writer, and the shapes a body must have. */
@NullMarked
package agency.steward.sandbox.json;

import org.jspecify.annotations.NullMarked;
