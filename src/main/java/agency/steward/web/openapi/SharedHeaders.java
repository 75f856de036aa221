package agency.steward.web.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Headers that every operation, or every POST, takes and gives. */
final class SharedHeaders {
  private static final String KEY = "IdempotencyKey";
  private static final String REQUEST_ID = "RequestId";
  private static final Set<Character> MAY_BE_REPLAYED = Set.of('2', '4');

  private SharedHeaders() {}

  static void addTo(Components components) {
    components
        .addParameter(
            KEY,
            parameter(
                "Idempotency-Key",
                "Makes it safe to send the same request again for a day: it runs once, and the answer"
                    + " comes again. A new value for each new request, best a UUID",
                text().minLength(1).maxLength(255)))
        .addParameter(
            REQUEST_ID,
            parameter(
                "X-Request-Id",
                "Your name for this request, to be found in logs; one is made where there is none",
                text().minLength(1).maxLength(128)))
        .addHeader("X-Request-Id", header("The request's name in logs and problems"))
        .addHeader(
            "Idempotency-Replayed", header("true where this is the answer to an earlier request"))
        .addHeader("Retry-After", header("Seconds to wait before trying again"))
        .addHeader("WWW-Authenticate", header("Bearer"));
  }

  static void addTo(PathItem.HttpMethod method, Operation operation) {
    operation.addParameter(OASFactory.createParameter().ref(REQUEST_ID));
    if (method == PathItem.HttpMethod.POST) {
      operation.addParameter(OASFactory.createParameter().ref(KEY));
    }
  }

  static void addTo(APIResponses responses, PathItem.HttpMethod method) {
    responses
        .getAPIResponses()
        .forEach((status, response) -> {
          if (response.getRef() == null) {
            areText(response);
            addTo(response, status);
            if (method == PathItem.HttpMethod.POST && MAY_BE_REPLAYED.contains(status.charAt(0))) {
              add(response, "Idempotency-Replayed");
            }
          }
        });
  }

  static void addTo(APIResponse response, String status) {
    add(response, "X-Request-Id");
    switch (status) {
      case "401" -> add(response, "WWW-Authenticate");
      case "409", "429", "503" -> add(response, "Retry-After");
      default -> {}
    }
  }

  /** A header of one operation is text as well: the document has to say so. */
  private static void areText(APIResponse response) {
    if (response.getHeaders() != null) {
      response.getHeaders().values().stream()
          .filter(header -> header.getRef() == null && header.getSchema() == null)
          .forEach(header -> header.schema(text()));
    }
  }

  private static void add(APIResponse response, String header) {
    if (response.getHeaders() == null || !response.getHeaders().containsKey(header)) {
      response.addHeader(header, OASFactory.createHeader().ref(header));
    }
  }

  private static Parameter parameter(String name, String description, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(schema);
  }

  private static Header header(String description) {
    return OASFactory.createHeader().description(description).schema(text());
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }
}
