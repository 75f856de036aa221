package agency.steward.idempotency.kept;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * What went out for a request, so that it can go out again.
 *
 * @param body as bytes; empty where there is none
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String REPLAYED = "Idempotency-Replayed";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer none() {
    return new Answer(500, Map.of(), new byte[0]);
  }

  public Response replayed() {
    return response().header(REPLAYED, "true").build();
  }

  private Response.ResponseBuilder response() {
    Response.ResponseBuilder response = Response.status(status);
    headers.forEach(response::header);
    return body.length == 0 ? response : response.entity(body);
  }
}
