package agency.steward.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a condition that is there and empty, as of a client whose variable was: JAX-RS takes it
 * for none, and what was meant to be guarded would be written unguarded.
 */
class ConditionRules {
  private static final List<String> CONDITIONS =
      List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

  @ServerRequestFilter(priority = Priorities.ENTITY_CODER)
  void check(ContainerRequestContext request) {
    for (String name : CONDITIONS) {
      String condition = request.getHeaderString(name);
      if (condition != null && condition.isBlank()) {
        throw ParameterText.invalid(name, name + " has no value; leave it out to do without it");
      }
    }
  }
}
