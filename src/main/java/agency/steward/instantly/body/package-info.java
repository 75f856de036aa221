/** What stands in Instantly's answers: read once, and cleared of secrets before anybody sees it. */
@NullMarked
package agency.steward.instantly.body;

import org.jspecify.annotations.NullMarked;
