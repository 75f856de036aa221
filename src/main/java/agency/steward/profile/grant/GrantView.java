package agency.steward.profile.grant;

import agency.steward.access.grant.Grant;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.grant.Reach;
import agency.steward.access.job.Profiles;
import agency.steward.workspace.WorkspaceId;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant, as it goes out. */
@Schema(name = "Grant", description = "Who holds which profile where")
public record GrantView(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "group:client-success") String principal,
    @Schema(required = true, examples = "manager") String profile,
    @Schema(description = "Where it holds: whatever carries these labels now")
        Optional<String> selector,
    @Schema(description = "Where it holds: these workspaces") Optional<List<String>> workspaceIds,
    @Schema(
            description =
                "It lets its holder read only the campaigns and accounts that carry one of these"
                    + " tags, through Steward; left out: all that the profile says")
        Optional<List<String>> tags,
    @Schema(description = "When it ends by itself") Optional<Instant> expiresAt,
    @Schema(required = true, description = "What its holder may do there") List<String> actions,
    @Schema(required = true, description = "Who granted it") String createdBy,
    @Schema(required = true) Instant createdAt) {

  static final String EXAMPLE =
      """
      {"id":"0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01","principal":"group:client-success",\
      "profile":"manager","selector":"client=acme","expires_at":"2027-01-31T00:00:00Z",\
      "actions":["workspace_read","member_read","change_set_read","ledger_read"],\
      "created_by":"sub:ann","created_at":"2026-11-24T12:00:00Z"}\
      """;

  public static GrantView of(Grant grant, Profiles profiles) {
    return new GrantView(
        grant.id().toString(),
        grant.principal().toString(),
        grant.profile(),
        grant.reach() instanceof Reach.Selected selected
            ? Optional.of(selected.selector().toString())
            : Optional.empty(),
        grant.reach() instanceof Reach.Named named ? Optional.of(ids(named)) : Optional.empty(),
        tags(grant.narrowing()),
        grant.expiresAt(),
        profiles
            .find(grant.profile())
            .map(profile -> Actions.of(profile, grant.narrowing()))
            .orElse(List.of()),
        grant.createdBy(),
        grant.createdAt());
  }

  /** The answer to whoever granted it. */
  Response created() {
    return shown(Response.created(URI.create("/v1/grants/" + id)));
  }

  Response ok() {
    return shown(Response.ok());
  }

  /** A grant never changes, it only ends: its id says all that an ETag can say. */
  static String tag(Grant grant) {
    return grant.id().toString();
  }

  private Response shown(Response.ResponseBuilder answer) {
    return answer.entity(this).tag(id).build();
  }

  private static Optional<List<String>> tags(Narrowing narrowing) {
    return switch (narrowing) {
      case Narrowing.Everything whole -> Optional.empty();
      case Narrowing.Tagged tagged -> Optional.of(tagged.labels().stream().sorted().toList());
    };
  }

  private static List<String> ids(Reach.Named named) {
    return named.workspaces().stream().sorted().map(WorkspaceId::toString).toList();
  }
}
