/** A PostgreSQL of its own for the local profile: durable, and cleaned up after a crash. */
@NullMarked
package agency.steward.local.postgres;

import org.jspecify.annotations.NullMarked;
