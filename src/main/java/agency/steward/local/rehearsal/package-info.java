/** What is done while a start is recorded, so that the JVM knows the work before it begins. */
@NullMarked
package agency.steward.local.rehearsal;

import org.jspecify.annotations.NullMarked;
