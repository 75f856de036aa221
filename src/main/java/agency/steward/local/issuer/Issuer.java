package agency.steward.local.issuer;

import agency.steward.access.caller.AccessConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Signs tokens for whoever is asked for. In the local profile only. */
@ApplicationScoped
@IfBuildProfile("local")
public class Issuer {
  private final Path data;
  private final AccessConfig accepted;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable IssuerKey key;

  Issuer(
      @ConfigProperty(name = "steward.local.data") Path data, AccessConfig accepted, Clock clock) {
    this.data = data;
    this.accepted = accepted;
    this.clock = clock;
  }

  /** A signed token; the e-mail is the subject, and counts as verified. */
  public String token(String subject, Set<String> groups, Duration lifetime) {
    Instant now = clock.instant();
    return Jwt.issuer(accepted.issuer().orElseThrow())
        .audience(accepted.audience().orElseThrow())
        .subject(subject)
        .groups(groups)
        .claim("email", subject)
        .claim("email_verified", true)
        .issuedAt(now)
        .expiresAt(now.plus(lifetime))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .keyId(key().id())
        .sign(key().privateKey());
  }

  /** From now on everybody gets tokens; until then the first start is not finished. */
  public void open() {
    closed.countDown();
  }

  public boolean isOpen() {
    return closed.getCount() == 0;
  }

  /** Whoever comes during the first start waits, rather than seeing half of it. */
  void awaitOpen() throws InterruptedException {
    closed.await();
  }

  String jwks() {
    return key().jwks();
  }

  /** Read for the first token: no start waits for it. */
  private synchronized IssuerKey key() {
    IssuerKey known = key;
    if (known == null) {
      known = IssuerKey.in(data);
      key = known;
    }
    return known;
  }
}
