package agency.steward.profile;

import agency.steward.access.Right;
import agency.steward.access.grant.Principal;
import agency.steward.profile.grant.Actions;
import agency.steward.profile.grant.GrantParameters;
import agency.steward.web.ParameterText;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Who, what and where. */
public class AccessCheckParameters {

  @Parameter(
      required = true,
      description =
          "sub:…, email:… or group:…; repeat it for somebody who is several of them: fleet roles and"
              + " what is granted to groups come with a token's groups",
      example = "email:ann@agency.example")
  @QueryParam("principal")
  List<String> principal = List.of();

  @Parameter(
      description = "Where; leave it out for what belongs to no workspace, or for all of them")
  @QueryParam("workspace_id")
  Optional<String> workspaceId = Optional.empty();

  @Parameter(
      required = true,
      description = "What, by its name in GET /v1/me",
      example = "member_read")
  @QueryParam("action")
  Optional<String> action = Optional.empty();

  Set<Principal> who() {
    if (principal.isEmpty()) {
      throw ParameterText.invalid("principal", "principal says whose access is asked for");
    }
    return principal.stream().map(GrantParameters::principal).collect(Collectors.toSet());
  }

  Right right() {
    return action
        .flatMap(Right::of)
        .orElseThrow(() ->
            ParameterText.invalid(
                "action", "action is one of " + String.join(", ", Actions.all())));
  }
}
