package agency.steward.access.caller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads the caller out of a verified token. Created at start-up, so that a typo in the role map is
 * reported then and not to the first caller.
 */
@Startup
@ApplicationScoped
public class Callers {
  private final ObjectMapper json = new ObjectMapper();
  private final String groupsClaim;
  private final RoleMap roleMap;

  Callers(AccessConfig config) {
    this.groupsClaim = config.groupsClaim();
    this.roleMap = new RoleMap(config.roleMap().orElse(List.of()));
  }

  /** What these groups mean as fleet roles. */
  public Set<FleetRole> roles(Set<String> groups) {
    return roleMap.of(groups);
  }

  public Caller of(JsonWebToken verified) {
    return of(payload(verified.getRawToken()));
  }

  public Caller of(JsonNode claims) {
    String subject = claims.path("sub").asText("");
    if (subject.isBlank()) {
      throw Unauthenticated.because("The token has no sub claim, so nobody can be held to it.");
    }
    Set<String> groups = groups(claims);
    return new Caller(subject, email(claims), groups, roles(groups));
  }

  /** Anybody can claim an address; only {@code email_verified: true} makes it theirs. */
  private static Optional<String> email(JsonNode claims) {
    JsonNode verified = claims.path("email_verified");
    return verified.isBoolean() && verified.booleanValue() && claims.path("email").isTextual()
        ? Optional.of(claims.path("email").textValue().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private Set<String> groups(JsonNode claims) {
    JsonNode found = claims.path(groupsClaim);
    if (found.isMissingNode()) {
      found = claims;
      for (String step : groupsClaim.split("/")) {
        found = found.path(step);
      }
    }
    var groups = new HashSet<String>();
    if (found.isTextual()) {
      groups.add(found.textValue());
    }
    found.forEach(each -> {
      if (each.isTextual()) {
        groups.add(each.textValue());
      }
    });
    return Set.copyOf(groups);
  }

  private JsonNode payload(String compact) {
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(compact.split("\\.", -1)[1]);
      return json.readTree(new String(decoded, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a verified token that is not JSON", e);
    }
  }
}
