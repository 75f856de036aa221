package agency.steward.idempotency;

import agency.steward.idempotency.kept.Answer;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemBody;
import agency.steward.problem.RequestId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes down what goes out, with the mapper that would send it. */
@ApplicationScoped
class Answers {
  private static final List<String> KEPT =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.LOCATION,
          HttpHeaders.ETAG,
          HttpHeaders.RETRY_AFTER,
          "Steward-Change-Set");

  private final ObjectMapper json;
  private final ProblemBody problems;
  private final RoutingContext http;

  Answers(ObjectMapper json, ProblemBody problems, RoutingContext http) {
    this.json = json;
    this.problems = problems;
    this.http = http;
  }

  /** The response with its entity as the bytes that go out, so that it is written once. */
  Response written(Response response) {
    if (!response.hasEntity()) {
      return response;
    }
    MediaType type =
        response.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
    return Response.fromResponse(response).entity(bytes(response.getEntity())).type(type).build();
  }

  /**
   * @param redaction takes out of a JSON body what is shown only once
   */
  Answer of(Response written, UnaryOperator<JsonNode> redaction) {
    byte[] body = written.getEntity() instanceof byte[] bytes ? bytes : new byte[0];
    return new Answer(written.getStatus(), headers(written), redacted(body, redaction));
  }

  Answer of(Problem problem) {
    String body =
        problems
            .of(problem, Objects.toString(http.request().path(), ""), RequestId.of(http))
            .toString();
    var headers = new TreeMap<String, String>();
    headers.put(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
    problem
        .retryAfter()
        .ifPresent(
            wait -> headers.put(HttpHeaders.RETRY_AFTER, Long.toString(ProblemBody.seconds(wait))));
    return new Answer(problem.status(), headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(Response response) {
    var headers = new TreeMap<String, String>();
    for (String name : KEPT) {
      @Nullable String value = response.getHeaderString(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return headers;
  }

  private byte[] bytes(Object entity) {
    try {
      return switch (entity) {
        case byte[] bytes -> bytes;
        case String text -> text.getBytes(StandardCharsets.UTF_8);
        default -> json.writeValueAsBytes(entity);
      };
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("an answer that cannot be written", ours);
    }
  }

  private byte[] redacted(byte[] body, UnaryOperator<JsonNode> redaction) {
    try {
      return body.length == 0 || redaction == Idempotency.NOTHING_SECRET
          ? body
          : json.writeValueAsBytes(redaction.apply(json.readTree(body)));
    } catch (IOException ours) {
      throw new IllegalStateException("an answer that cannot be redacted", ours);
    }
  }
}
