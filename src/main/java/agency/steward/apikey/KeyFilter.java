package agency.steward.apikey;

import agency.steward.apikey.shown.KeyReading;
import agency.steward.apikey.shown.Keys;
import agency.steward.fleet.WorkspaceRead;
import agency.steward.web.ParameterText;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filter of key lists, in one workspace and over the fleet (contract 3 and 4). */
public class KeyFilter {

  @Parameter(
      description =
          "true: only keys that may do more than a key should, with the reasons; false: only the"
              + " others",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @QueryParam("overprivileged")
  Optional<String> overprivileged = Optional.empty();

  /** The keys of one workspace that fit. */
  WorkspaceRead read(KeyReading reading) {
    Optional<Boolean> wanted =
        overprivileged.map(text -> ParameterText.truth("overprivileged", text));
    return workspace ->
        reading.in(workspace).stream()
            .filter(key -> wanted.map(too -> too == Keys.isOverprivileged(key)).orElse(true))
            .toList();
  }
}
