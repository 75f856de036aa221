/**
 * Keeps custody and the registry in step. They are two systems, so what happens in custody is
 * announced in the database first; an errand that its process did not bring to an end is ended by
 * whoever finds it. A registered workspace always has its key, and no key outlives its workspace.
 */
@NullMarked
package agency.steward.registration.errand;

import org.jspecify.annotations.NullMarked;
