/**
 * The control surface {@code /_sandbox}: what only Instantly's app can do, workspaces to begin
 * with, misbehaviour on demand and the journal. For tests, benchmarks and demonstrations.
 */
@NullMarked
package agency.steward.sandbox.control;

import org.jspecify.annotations.NullMarked;
