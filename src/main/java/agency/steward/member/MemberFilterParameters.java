package agency.steward.member;

import agency.steward.web.ParameterText;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of member lists, in one workspace and over the fleet (contract 3). */
public class MemberFilterParameters {

  @Parameter(description = "Name or e-mail, as Instantly searches it")
  @QueryParam("search")
  Optional<String> search = Optional.empty();

  @Parameter(
      description = "This e-mail, whatever its case; email and user_email are both looked at",
      example = "ann@agency.example")
  @QueryParam("email")
  Optional<String> email = Optional.empty();

  @Parameter(description = "Instantly's role", example = "admin")
  @QueryParam("role")
  Optional<String> role = Optional.empty();

  @Parameter(
      description = "Whether the invitation has been accepted",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @QueryParam("accepted")
  Optional<String> accepted = Optional.empty();

  @Parameter(
      description = "Only who was invited before this moment",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @QueryParam("invited_before")
  Optional<String> invitedBefore = Optional.empty();

  MemberFilter filter() {
    return new MemberFilter(
        search.filter(text -> !text.isBlank()),
        email,
        role,
        accepted.map(text -> ParameterText.truth("accepted", text)),
        invitedBefore.map(text -> ParameterText.moment("invited_before", text)));
  }
}
