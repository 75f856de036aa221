package agency.steward.registration.asked;

import agency.steward.web.body.SentBody;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a workspace is suspended. */
@Schema(name = "Suspension")
public record SuspendBody(
    @Schema(required = true, description = "Goes into the ledger") Optional<String> reason) {

  /** The reason; throws where there is none. */
  public static String reasonOf(@Nullable SuspendBody sent) {
    return Texts.reason("/reason", Texts.given(SentBody.required(sent).reason(), "/reason"));
  }
}
