package agency.steward.profile.grant;

import agency.steward.access.grant.Grant;
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
    @Schema(description = "When it ends by itself") Optional<Instant> expiresAt,
    @Schema(required = true, description = "What its holder may do there") List<String> actions,
    @Schema(required = true, description = "Who granted it") String createdBy,
    @Schema(required = true) Instant createdAt) {

  public static GrantView of(Grant grant, Profiles profiles) {
    return new GrantView(
        grant.id().toString(),
        grant.principal().toString(),
        grant.profile(),
        grant.reach() instanceof Reach.Selected selected
            ? Optional.of(selected.selector().toString())
            : Optional.empty(),
        grant.reach() instanceof Reach.Named named ? Optional.of(ids(named)) : Optional.empty(),
        grant.expiresAt(),
        profiles.find(grant.profile()).map(Actions::of).orElse(List.of()),
        grant.createdBy(),
        grant.createdAt());
  }

  /** The answer to whoever granted it. */
  Response created() {
    return Response.created(URI.create("/v1/grants/" + id)).entity(this).build();
  }

  private static List<String> ids(Reach.Named named) {
    return named.workspaces().stream().sorted().map(WorkspaceId::toString).toList();
  }
}
