package agency.steward.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import agency.steward.problem.Operation;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what callers send out of the labels of metrics. Quarkus labels a failed request by its path
 * and method as they came, before anybody has shown a token, and after a hundred paths it meters no
 * further ones: who guesses addresses would blind the operators. A request that is refused before
 * it has found its operation counts under that one's path only where the path has no parameters.
 */
@Singleton
class RequestMeters implements MeterFilter {
  private static final String REQUESTS = "http.server.requests";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** What Quarkus says in place of a path. */
  private static final Set<String> NO_PATHS = Set.of("NOT_FOUND", "REDIRECTION", "root");

  private static final String UNKNOWN = "UNKNOWN";

  private volatile Set<String> paths = Set.of();

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().equals(REQUESTS)) {
      return id;
    }
    return id.replaceTags(
        id.getTags().stream().map(tag -> known(tag, id.getTag("status"))).toList());
  }

  private Tag known(Tag tag, @Nullable String status) {
    return switch (tag.getKey()) {
      case "method" -> METHODS.contains(tag.getValue()) ? tag : Tag.of(tag.getKey(), UNKNOWN);
      case "uri" -> isAnswered(status) ? tag : Tag.of(tag.getKey(), path(tag.getValue()));
      default -> tag;
    };
  }

  /** There is nothing that answers under any path. */
  private static boolean isAnswered(@Nullable String status) {
    return status != null && status.startsWith("2");
  }

  /** One look for each request: where thousands are refused, that is most of what they cost. */
  private String path(String asked) {
    return NO_PATHS.contains(asked) || paths().contains(asked) ? asked : UNKNOWN;
  }

  private Set<String> paths() {
    if (paths.isEmpty()) {
      var deployment = ResteasyReactiveRecorder.getCurrentDeployment();
      paths =
          deployment == null
              ? Set.of()
              : Operation.all(deployment).stream()
                  .map(Operation::path)
                  .collect(toUnmodifiableSet());
    }
    return paths;
  }
}
