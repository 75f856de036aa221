package agency.steward.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;

/** A problem as RFC 9457 writes it. */
@ApplicationScoped
public class ProblemBody {
  public static final String MEDIA_TYPE = "application/problem+json";

  private final ObjectMapper json;

  ProblemBody(ObjectMapper json) {
    this.json = json;
  }

  /** The URI that stands for the kind of problem; it names, and leads nowhere. */
  public static String type(ProblemCode code) {
    return "urn:steward:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whole seconds, rounded up, at least one: what {@code Retry-After} and its member say. */
  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  /** As {@link #of}, written. */
  byte[] bytes(Problem problem, String instance, String requestId) {
    try {
      return json.writeValueAsBytes(of(problem, instance, requestId));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // it is made of texts and numbers
    }
  }

  /**
   * @param instance the path that was asked for
   */
  public ObjectNode of(Problem problem, String instance, String requestId) {
    ObjectNode body = json.createObjectNode();
    body.put("type", type(problem.code()))
        .put("title", problem.code().title())
        .put("status", problem.status())
        .put("detail", problem.detail())
        .put("instance", instance)
        .put("code", problem.code().name())
        .put("request_id", requestId)
        .put("retryable", problem.code().retryable());
    problem.retryAfter().ifPresent(wait -> body.put("retry_after", seconds(wait)));
    if (!problem.errors().isEmpty()) {
      body.set("errors", json.valueToTree(problem.errors()));
    }
    new TreeMap<>(problem.members())
        .forEach((member, value) -> body.set(member, json.valueToTree(value)));
    return body;
  }
}
