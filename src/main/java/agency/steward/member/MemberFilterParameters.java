package agency.steward.member;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
        accepted.map(MemberFilterParameters::truth),
        invitedBefore.map(MemberFilterParameters::moment));
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid("accepted", "accepted is true or false");
    };
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw invalid(
          "invited_before", "invited_before is an ISO 8601 moment such as 2026-11-24T00:00:00Z");
    }
  }

  private static ProblemException invalid(String parameter, String detail) {
    return Problem.of(ProblemCode.INVALID_PARAMETER, detail).at(parameter, detail).thrown();
  }
}
