package agency.steward.web;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every list can be asked with; a {@code @BeanParam}, read by {@link PageTokens#asked}. */
public class PageParameters {

  @Parameter(
      description = "How many items at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
  @QueryParam("page_size")
  Optional<String> pageSize = Optional.empty();

  @Parameter(
      description =
          "Where to go on: next_page_token of the page before. It belongs to this list with these"
              + " filters and to its caller")
  @QueryParam("page_token")
  Optional<String> pageToken = Optional.empty();
}
