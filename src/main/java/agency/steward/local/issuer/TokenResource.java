package agency.steward.local.issuer;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What an identity provider does elsewhere. In the local profile only. */
@Path("/")
@IfBuildProfile("local")
@RunOnVirtualThread
class TokenResource {
  private static final Set<String> ADMIN = Set.of("agency-admin");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private final Issuer issuer;

  TokenResource(Issuer issuer) {
    this.issuer = issuer;
  }

  @GET
  @Path("local/token")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String token(
      @QueryParam("sub") @DefaultValue("ann@agency.example") String subject,
      @QueryParam("groups") List<String> groups,
      @QueryParam("lifetime") @DefaultValue("PT12H") String lifetime,
      @Context UriInfo asked)
      throws InterruptedException {
    requireLoopback(asked.getBaseUri());
    issuer.awaitOpen();
    boolean said = asked.getQueryParameters().containsKey("groups"); // none at all can be said too
    return issuer.token(subject, said ? split(groups) : ADMIN, duration(lifetime));
  }

  @GET
  @Path(".well-known/jwks.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public String jwks() {
    return issuer.jwks();
  }

  /** A page of the web whose name was made to point here must not get a token through a browser. */
  private static void requireLoopback(URI asked) {
    if (asked.getHost() == null || !LOOPBACK.matcher(asked.getHost()).matches()) {
      throw Problem.of(
              ProblemCode.NOT_FOUND,
              "Tokens are given on this machine: ask 127.0.0.1 or localhost.")
          .thrown();
    }
  }

  private static Set<String> split(List<String> groups) {
    return groups.stream()
        .flatMap(each -> Stream.of(each.split(",", -1)))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.of(ProblemCode.INVALID_PARAMETER, "lifetime is a duration such as PT1H")
          .thrown();
    }
  }
}
