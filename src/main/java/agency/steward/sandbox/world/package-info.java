/**
 * All the workspaces of the sandbox, in memory: immutable rows swapped as a whole, so that any
 * number of event loops may read while one writes; and the log that lets them survive the process.
 */
@NullMarked
package agency.steward.sandbox.world;

import org.jspecify.annotations.NullMarked;
