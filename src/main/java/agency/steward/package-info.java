/** Steward: one door to many client workspaces on Instantly. */
@org.jspecify.annotations.NullMarked
package agency.steward;
