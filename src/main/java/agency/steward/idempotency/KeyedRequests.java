package agency.steward.idempotency;

import agency.steward.access.Access;
import agency.steward.idempotency.kept.Digest;
import agency.steward.idempotency.kept.KeyedRequest;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.web.SharedSecret;
import agency.steward.web.body.RawBody;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the key off the current request, and what the request says, as digests. */
@ApplicationScoped
class KeyedRequests {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;
  private static final Pattern SLASHES = Pattern.compile("(?<=/)/+|(?<=.)/+$");

  private final RoutingContext http;
  private final Access access;
  private final SharedSecret secret;

  KeyedRequests(RoutingContext http, Access access, SharedSecret secret) {
    this.http = http;
    this.access = access;
    this.secret = secret;
  }

  /** Empty without a key; throws {@code INVALID_PARAMETER} for one that cannot be a key. */
  Optional<KeyedRequest> current() {
    HttpServerRequest request = http.request();
    return key(request.headers().getAll(HEADER)).map(key -> keyed(request, key));
  }

  private KeyedRequest keyed(HttpServerRequest request, String key) {
    return new KeyedRequest(
        id(access.caller().principal(), request.method().name(), route(request), key),
        mac(text(request.getHeader("Content-Type")), text(request.query()), RawBody.of(http)));
  }

  /** JAX-RS takes one slash for several, and does not mind one at the end. */
  private static @Nullable String route(HttpServerRequest request) {
    String path = request.path();
    return path == null ? null : SLASHES.matcher(path).replaceAll("");
  }

  Digest id(String principal, String method, @Nullable String path, String key) {
    return mac(text(principal), text(method), text(path), text(key));
  }

  static Optional<String> key(List<String> sent) {
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    String key = sent.getFirst();
    if (sent.size() > 1
        || key.isBlank()
        || key.length() > LONGEST
        || key.chars().anyMatch(Character::isISOControl)) {
      throw refused();
    }
    return Optional.of(key);
  }

  private static ProblemException refused() {
    return Problem.of(
            ProblemCode.INVALID_PARAMETER,
            HEADER
                + " is one header of 1 to 255 characters without control characters, best a UUID.")
        .at(HEADER, "Not a usable key")
        .thrown();
  }

  private static byte[] text(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }

  /** Over each part with its length, so that nothing moves unseen from one to the next. */
  private Digest mac(byte[]... parts) {
    int size = Stream.of(parts).mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer message = ByteBuffer.allocate(size);
    Arrays.stream(parts).forEach(part -> message.putInt(part.length).put(part));
    return Digest.of(secret.mac("idempotency", message.array()));
  }
}
