package agency.steward.access.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tokens whose signature was verified a moment ago, since verifying one takes longer than all the
 * rest of a read. A token is remembered neither past its expiry nor for longer than a withdrawn key
 * goes on working anyway ({@code smallrye.jwt.jwks.refresh-interval}). Refusals are not remembered.
 */
@ApplicationScoped
class VerifiedTokens {
  static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  /** Does what the name says, or throws. */
  @FunctionalInterface
  interface Verification {
    JsonWebToken of(String token) throws ParseException;
  }

  private final Clock clock;
  private final Cache<ByteBuffer, JsonWebToken> known;

  @Inject
  VerifiedTokens(Clock clock) {
    this(clock, System::nanoTime);
  }

  VerifiedTokens(Clock clock, Ticker ticker) {
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .ticker(ticker)
            .expireAfter(
                Expiry.<ByteBuffer, JsonWebToken>creating((_, token) -> untilItsEnd(token)))
            .build();
  }

  /** Verifies it unless that was done lately. */
  JsonWebToken of(String token, Verification verification) throws ParseException {
    ByteBuffer digest = digest(token);
    JsonWebToken seen = known.getIfPresent(digest);
    if (seen != null) {
      return seen;
    }
    JsonWebToken verified = verification.of(token);
    known.put(digest, verified);
    return verified;
  }

  private Duration untilItsEnd(JsonWebToken token) {
    var left = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    return left.compareTo(REMEMBERED) > 0 ? REMEMBERED : left.isNegative() ? Duration.ZERO : left;
  }

  /** So that no token lies about as a key. */
  private static ByteBuffer digest(String token) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
