package agency.steward.registration.asked;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What every workspace of an import gets. */
@Schema(name = "GroupImport")
public record ImportBody(
    @Schema(description = "Labels of each workspace that is registered")
        Optional<Map<String, String>> labels) {

  /** The body may be left out. */
  public static Map<String, String> labelsOf(@Nullable ImportBody sent) {
    return sent == null ? Map.of() : Labels.read("/labels", sent.labels());
  }
}
