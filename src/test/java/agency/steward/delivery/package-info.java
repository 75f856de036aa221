/**
 * How Steward is delivered: the chart and the image, as far as a machine without either can tell.
 */
@NullMarked
package agency.steward.delivery;

import org.jspecify.annotations.NullMarked;
