/**
 * How the sandbox misbehaves, for one workspace or for all: slow, failing, lying. Rules overlay one
 * another, setting by setting: what is said about a workspace beats what is said about all, and
 * what is said about a path beats what is said about every path.
 */
@NullMarked
package agency.steward.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;
