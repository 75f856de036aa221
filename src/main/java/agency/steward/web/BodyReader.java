package agency.steward.web;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes in a request's body before anybody looks at it, up to its limit (contract 1): 1 MiB, or 16
 * MiB where the operation is a {@link LargeBody}. Runs on the operation's own virtual thread.
 */
class BodyReader {
  static final int LIMIT = 1 << 20;
  static final int LARGE_LIMIT = 16 << 20;
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

  @ServerRequestFilter
  void read(ContainerRequestContext request, ResourceInfo operation, RoutingContext http) {
    if (WITHOUT_BODY.contains(request.getMethod())) {
      return;
    }
    boolean large = operation.getResourceMethod().isAnnotationPresent(LargeBody.class);
    byte[] body = read(request.getEntityStream(), large ? LARGE_LIMIT : LIMIT);
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
      stream.skip(LARGE_LIMIT - LIMIT);
    } catch (IOException gone) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "The body ended too early.").thrown(gone);
    }
    throw Problem.of(
            ProblemCode.BODY_TOO_LARGE,
            "The body may have %d bytes here. Send less at once.".formatted(limit))
        .thrown();
  }
}
