package agency.steward.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.Deployment;

/**
 * By which methods a path can be called. The framework never says it with its 405 (RFC 9110,
 * 15.5.6), and answers 404 instead where the paths of two resources begin alike.
 */
@ApplicationScoped
class OtherMethods {
  private final Map<Deployment, List<Operation>> operations = new ConcurrentHashMap<>();

  /** As {@code Allow} names them; empty where this is not what was wrong with the request. */
  Optional<String> insteadOf(Throwable thrown) {
    var request = CurrentRequestManager.get();
    if (request == null
        || !(thrown instanceof NotFoundException || thrown instanceof NotAllowedException)) {
      return Optional.empty();
    }
    Set<String> there = at(request.getPath(), request.getDeployment());
    return there.isEmpty() || there.contains(request.getMethod())
        ? Optional.empty()
        : Optional.of(String.join(", ", there));
  }

  /** For OPTIONS the framework names the methods of the whole class, whatever the path. */
  @ServerResponseFilter
  void ofThisPath(ContainerRequestContext request, ContainerResponseContext answer) {
    var current = CurrentRequestManager.get();
    if (current != null
        && request.getMethod().equals(HttpMethod.OPTIONS)
        && answer.getHeaders().containsKey(HttpHeaders.ALLOW)) {
      Set<String> there = at(current.getPath(), current.getDeployment());
      there.add(HttpMethod.OPTIONS);
      answer.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", there));
    }
  }

  private Set<String> at(String path, Deployment deployment) {
    var methods = new TreeSet<String>();
    for (Operation each : operations.computeIfAbsent(deployment, Operation::all)) {
      if (each.isAt(path)) {
        methods.add(each.method());
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }
}
