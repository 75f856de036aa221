/**
 * Ends a real Steward at every step of a row's way, starts it again, and looks whether anything was
 * lost, done twice, or said that is not so. Run by {@code make chaos}, not with the other tests.
 */
@NullMarked
package agency.steward.chaos;

import org.jspecify.annotations.NullMarked;
