package agency.steward.web.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import agency.steward.problem.Advice;
import agency.steward.problem.ProblemBody;
import agency.steward.problem.ProblemCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Problems as responses: one per status, with an example for each code that has it. Those that many
 * operations share are described once.
 */
final class ProblemParts {
  private static final Set<List<ProblemCode>> SHARED =
      Set.of(
          List.of(ProblemCode.UNAUTHENTICATED),
          List.of(ProblemCode.FORBIDDEN),
          List.of(ProblemCode.NOT_ACCEPTABLE),
          List.of(ProblemCode.PRECONDITION_FAILED),
          List.of(ProblemCode.BODY_TOO_LARGE),
          List.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE),
          List.of(ProblemCode.INTERNAL_ERROR),
          List.of(ProblemCode.RATE_LIMITED),
          List.of(ProblemCode.OVERLOADED, ProblemCode.DATABASE_UNAVAILABLE));

  private ProblemParts() {}

  static void addTo(Components components) {
    components.addSchema(ProblemSchema.NAME, ProblemSchema.create());
    Arrays.stream(ProblemCode.values())
        .forEach(code ->
            components.addExample(
                code.name(),
                OASFactory.createExample()
                    .summary(code.title())
                    .description(Advice.on(code))
                    .value(example(code))));
    SHARED.forEach(codes -> components.addResponse(name(codes), shared(codes)));
  }

  private static String name(List<ProblemCode> codes) {
    return codes.stream().map(ProblemCode::name).collect(joining("_OR_"));
  }

  private static APIResponse shared(List<ProblemCode> codes) {
    APIResponse response = OASFactory.createAPIResponse();
    complete(response, codes);
    SharedHeaders.addTo(response, String.valueOf(codes.getFirst().status()));
    return response;
  }

  static void addTo(Operation operation, Collection<ProblemCode> codes) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    new TreeMap<>(codes.stream().sorted().collect(groupingBy(ProblemCode::status)))
        .forEach((status, same) -> add(operation, String.valueOf(status), same));
  }

  private static void add(Operation operation, String status, List<ProblemCode> codes) {
    APIResponses responses = operation.getResponses();
    if (!responses.hasAPIResponse(status)) {
      responses.addAPIResponse(
          status,
          SHARED.contains(codes)
              ? OASFactory.createAPIResponse().ref(name(codes))
              : OASFactory.createAPIResponse());
    }
    complete(responses.getAPIResponse(status), codes);
  }

  private static void complete(APIResponse response, List<ProblemCode> codes) {
    if (response.getRef() != null) {
      return;
    }
    if (response.getDescription() == null || response.getDescription().isBlank()) {
      response.setDescription(
          codes.stream().map(code -> code + ": " + code.title()).collect(joining("; ")));
    }
    if (response.getContent() == null) {
      response.setContent(OASFactory.createContent());
    }
    if (!response.getContent().hasMediaType(ProblemBody.MEDIA_TYPE)) {
      response.getContent().addMediaType(ProblemBody.MEDIA_TYPE, content(codes));
    }
  }

  private static MediaType content(List<ProblemCode> codes) {
    MediaType content =
        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(ProblemSchema.NAME));
    codes.forEach(
        code -> content.addExample(code.name(), OASFactory.createExample().ref(code.name())));
    return content;
  }

  private static Object example(ProblemCode code) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", ProblemBody.type(code));
    body.put("title", code.title());
    body.put("status", code.status());
    body.put("detail", code.title() + ".");
    body.put("instance", "/v1/workspaces/0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01");
    body.put("code", code.name());
    body.put("request_id", "0199c2f0-4444-7a61-9d0e-3f3f2b1f0a01");
    body.put("retryable", code.retryable());
    return body;
  }
}
