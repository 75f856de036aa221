/**
 * How the API describes itself: what every operation shares is written into the OpenAPI document by
 * the build, so that a resource says only what is its own.
 */
@NullMarked
package agency.steward.web.openapi;

import org.jspecify.annotations.NullMarked;
