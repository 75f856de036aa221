package agency.steward.web;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have: a filter with a typo would otherwise
 * answer for everything. Also one that stands there twice, where nobody knows which was meant, and
 * one without a value, which would be taken for one that is not there.
 */
class QueryRules {
  private final Map<Method, QueryNames> known = new ConcurrentHashMap<>();

  @ServerRequestFilter(priority = Priorities.ENTITY_CODER)
  void check(ResourceInfo operation, UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    if (!query.isEmpty()) {
      QueryNames names = known.computeIfAbsent(operation.getResourceMethod(), QueryNames::of);
      query.forEach((name, values) -> check(name, values, names));
    }
  }

  private static void check(String name, List<String> values, QueryNames names) {
    if (!names.has(name)) {
      throw unknown(name, names);
    }
    if (values.contains("")) {
      throw empty(name);
    }
    if (values.size() > 1 && !names.mayRepeat(name)) {
      String detail = name + " may be given once";
      throw Problem.of(ProblemCode.INVALID_PARAMETER, detail + ".").at(name, detail).thrown();
    }
  }

  private static ProblemException empty(String name) {
    String detail = name + " has no value; leave it out to do without it";
    ProblemCode code =
        name.equals("selector") ? ProblemCode.INVALID_SELECTOR : ProblemCode.INVALID_PARAMETER;
    return Problem.of(code, detail + ".").at(name, detail).thrown();
  }

  private static ProblemException unknown(String name, QueryNames names) {
    String here =
        names.all().isEmpty()
            ? "There are none here."
            : "Known here: " + String.join(", ", names.all()) + ".";
    return Problem.of(
            ProblemCode.UNKNOWN_PARAMETER, "There is no parameter '" + name + "'. " + here)
        .at(name, "This parameter does not exist here")
        .thrown();
  }
}
