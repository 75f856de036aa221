package agency.steward.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.steward.access.caller.AccessConfig;
import agency.steward.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path directory;
  private Issuer issuer;

  @BeforeEach
  void issuer() {
    issuer = new Issuer(directory, new Accepted(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void aTokenSaysWhoAndIsSignedByThePublishedKey() throws Exception {
    String token =
        issuer.token("ann@agency.example", Set.of("agency-auditor"), Duration.ofHours(1));

    JwtClaims claims = verified(token, NOW.plusSeconds(3599));
    assertThat(claims.getSubject()).isEqualTo("ann@agency.example");
    assertThat(claims.getStringClaimValue("email")).isEqualTo("ann@agency.example");
    assertThat(claims.getClaimValue("email_verified")).isEqualTo(true);
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("agency-auditor");
    assertThatThrownBy(() -> verified(token, NOW.plusSeconds(3700)))
        .hasMessageContaining("no longer valid");
  }

  @Test
  void whoSaysNothingIsAnAgencyAdminAndWhoSaysNoGroupHasNone() throws Exception {
    issuer.open();
    var resource = new TokenResource(issuer);

    String nothing = resource.token("ann", List.of(), "PT1H", asked());
    String none = resource.token("ann", List.of(""), "PT1H", asked("groups"));
    String some = resource.token("ann", List.of("a, b", "c"), "PT1H", asked("groups"));

    assertThat(groups(nothing)).containsExactly("agency-admin");
    assertThat(groups(none)).isEmpty();
    assertThat(groups(some)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aLifetimeThatIsNoDurationIsRefused() {
    issuer.open();
    assertThatThrownBy(() -> new TokenResource(issuer).token("ann", List.of(), "1h", asked()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aPageThatPretendsToBeThisMachineGetsNoToken() throws Exception {
    issuer.open();
    var resource = new TokenResource(issuer);
    for (String here : List.of("localhost", "localhost:8080", "127.0.0.1", "[::1]:8080")) {
      assertThat(resource.token("ann", List.of(), "PT1H", askedAt(here))).isNotEmpty();
    }
    for (String there : List.of("evil.example:8080", "127.0.0.1.evil.example", "localhost.")) {
      assertThatThrownBy(() -> resource.token("ann", List.of(), "PT1H", askedAt(there)))
          .isInstanceOf(ProblemException.class);
    }
  }

  private List<String> groups(String token) throws Exception {
    return verified(token, NOW).getStringListClaimValue("groups");
  }

  private JwtClaims verified(String token, Instant at) throws Exception {
    var key = new JsonWebKeySet(issuer.jwks()).getJsonWebKeys().getFirst();
    return new JwtConsumerBuilder()
        .setVerificationKey(key.getKey())
        .setExpectedIssuer("https://steward.local")
        .setExpectedAudience("steward")
        .setEvaluationTime(NumericDate.fromSeconds(at.getEpochSecond()))
        .build()
        .processToClaims(token);
  }

  /** A request that has these parameters. */
  private static UriInfo asked(String... parameters) {
    return asked("127.0.0.1:8080", List.of(parameters));
  }

  private static UriInfo askedAt(String host) {
    return asked(host, List.of());
  }

  private static UriInfo asked(String host, List<String> parameters) {
    var query = new MultivaluedHashMap<String, String>();
    parameters.forEach(each -> query.add(each, ""));
    URI base = URI.create("http://" + host + "/");
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> method.getName().equals("getBaseUri") ? base : query);
  }

  private record Accepted() implements AccessConfig {
    @Override
    public Optional<String> issuer() {
      return Optional.of("https://steward.local");
    }

    @Override
    public Optional<String> jwksUrl() {
      return Optional.empty();
    }

    @Override
    public Optional<String> audience() {
      return Optional.of("steward");
    }

    @Override
    public String groupsClaim() {
      return "groups";
    }

    @Override
    public Optional<List<String>> roleMap() {
      return Optional.empty();
    }
  }
}
