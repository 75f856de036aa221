package agency.steward.web;

import agency.steward.problem.Operation;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what callers send out of the labels of metrics. Quarkus labels a failed request by its path
 * and method as they came, before anybody has shown a token, and after a hundred paths it meters no
 * further ones: who guesses addresses would blind the operators.
 */
@Singleton
class RequestMeters implements MeterFilter {
  private static final String REQUESTS = "http.server.requests";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** What Quarkus says in place of a path. */
  private static final Set<String> NO_PATHS = Set.of("NOT_FOUND", "REDIRECTION", "root");

  private static final String UNKNOWN = "UNKNOWN";

  private volatile List<Operation> operations = List.of();

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

  private String path(String asked) {
    return NO_PATHS.contains(asked) ? asked : declared(asked).orElse(UNKNOWN);
  }

  /** Of {@code /a/b} and {@code /a/{id}} it is the one that is written so. */
  private Optional<String> declared(String asked) {
    List<String> there =
        operations().stream().filter(each -> each.isAt(asked)).map(Operation::path).toList();
    return there.contains(asked) ? Optional.of(asked) : there.stream().findFirst();
  }

  private List<Operation> operations() {
    if (operations.isEmpty()) {
      var deployment = ResteasyReactiveRecorder.getCurrentDeployment();
      operations = deployment == null ? List.of() : Operation.all(deployment);
    }
    return operations;
  }
}
