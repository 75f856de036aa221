package agency.steward.web;

import agency.steward.ids.Ids;
import agency.steward.problem.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Every request has an id: the caller's own if it is fit to stand in a log, else a new one. It is
 * on every answer, in every log line and in every problem. The trace a caller is in goes along.
 */
@ApplicationScoped
public class RequestIds {
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

  /** The priority of the first filter; what has a lower one comes after it. */
  public static final int BEFORE_EVERYTHING = 10_000;

  void install(@Observes Filters filters) {
    filters.register(RequestIds::name, BEFORE_EVERYTHING);
  }

  private static void name(RoutingContext request) {
    String id = id(request.request().getHeader(RequestId.HEADER));
    RequestId.assign(request, id);
    request.response().putHeader(RequestId.HEADER, id);
    MDC.put("request_id", id);
    TraceParent.traceId(request.request().getHeader(TraceParent.HEADER))
        .ifPresent(trace -> MDC.put("trace_id", trace));
    request.next();
  }

  static String id(@Nullable String sent) {
    return sent != null && SANE.matcher(sent).matches() ? sent : Ids.next().toString();
  }
}
