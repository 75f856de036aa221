package agency.steward.web.body;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes in a request's body before anybody looks at it, up to its limit (contract 1): 1 MiB, or 16
 * MiB where the operation is a {@link LargeBody}. Runs on the operation's own virtual thread.
 */
class BodyReader {
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final String NULL = "null";

  /** The bytes of those of UTF-8, UTF-16 and UTF-32. */
  private static final String BYTE_ORDER_MARKS = "\u00EF\u00BB\u00BF\u00FE\u00FF";

  private final Map<Method, BodyRules> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void read(ContainerRequestContext request, ResourceInfo operation, RoutingContext http) {
    if (WITHOUT_BODY.contains(request.getMethod())) {
      return;
    }
    BodyRules rules = known.computeIfAbsent(operation.getResourceMethod(), BodyRules::of);
    byte[] body = read(request.getEntityStream(), rules.limit());
    if (body.length > 0 && isCompressed(request)) {
      throw compressed().thrown();
    }
    if (rules.needed() && isNothing(body)) {
      throw malformed("This needs a body, usually a JSON object.").thrown();
    }
    RawBody.keep(http, body);
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  private static byte[] read(InputStream stream, int limit) {
    try {
      byte[] body = stream.readNBytes(limit + 1);
      if (body.length <= limit) {
        return body;
      }
      // Who is still sending does not read: without this the answer is lost with the connection.
      stream.skip(BodyLimit.LARGE - limit);
      throw tooLarge(limit);
    } catch (IOException gone) {
      throw malformed("The body ended too early.").thrown(gone);
    }
  }

  private static boolean isCompressed(ContainerRequestContext request) {
    String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    return coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity");
  }

  private static Problem compressed() {
    return Problem.of(
        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
        "Compressed bodies are not taken here. Send it as it is, without Content-Encoding.");
  }

  /** JAX-RS would hand out null for both, however much space is around, in UTF-16 too. */
  private static boolean isNothing(byte[] body) {
    var text = new StringBuilder();
    for (int i = 0; i < body.length && text.length() <= NULL.length(); i++) {
      if (body[i] < 0 ? BYTE_ORDER_MARKS.indexOf(body[i] & 0xFF) < 0 : body[i] > ' ') {
        text.append((char) (body[i] & 0xFF));
      }
    }
    return text.isEmpty() || text.toString().equals(NULL);
  }

  private static Problem malformed(String detail) {
    return Problem.of(ProblemCode.MALFORMED_REQUEST, detail);
  }

  private static ProblemException tooLarge(int limit) {
    return Problem.of(
            ProblemCode.BODY_TOO_LARGE,
            "The body may have %d bytes here. Send less at once.".formatted(limit))
        .thrown();
  }
}
