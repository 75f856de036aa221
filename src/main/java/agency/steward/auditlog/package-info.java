/**
 * Instantly's own audit logs, of one workspace and over the fleet, with names for its numbered
 * activities.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.auditlog;

import org.jspecify.annotations.NullMarked;
