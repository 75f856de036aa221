package agency.steward.profile;

import agency.steward.access.caller.Caller;
import agency.steward.profile.grant.Actions;
import agency.steward.profile.grant.GrantView;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller, as Steward sees them. */
@Schema(name = "Me", description = "The caller, as Steward sees them")
record MeView(
    @Schema(required = true, description = "The token's sub", examples = "ann") String subject,
    @Schema(description = "The token's email, only where it says email_verified")
        Optional<String> email,
    @Schema(required = true, description = "The token's groups") List<String> groups,
    @Schema(required = true, description = "What of the groups is a fleet role")
        List<String> fleetRoles,
    @Schema(required = true, description = "What the fleet roles allow, in every workspace")
        List<String> actionsEverywhere,
    @Schema(required = true, description = "What is granted, and what that allows where")
        List<GrantView> grants) {

  static MeView of(Caller caller, List<GrantView> grants) {
    return new MeView(
        caller.subject(),
        caller.email(),
        caller.groups().stream().sorted().toList(),
        caller.roleNames(),
        Actions.of(caller.roles()),
        grants);
  }
}
