package agency.steward.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Holds every answer of the API in every test to what the API says of itself, and every request
 * that succeeded. Installed for all tests; one that breaks the contract on purpose says {@code
 * given().noFiltersOfType(ApiContract.class)}.
 */
public final class ApiContract implements Filter {
  private static final String API = "/v1/";
  private static final String TESTS_OWN = "/v1/test-";
  private static final Set<String> NOT_DESCRIBED =
      Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
  private static final Set<Integer> FINE_WHERE_NOT_DESCRIBED = Set.of(400, 401, 404, 405, 413);

  private static OpenApiInteractionValidator validator;

  /** The validator over the present document. */
  public static synchronized OpenApiInteractionValidator validator() {
    if (validator == null) {
      validator = ApiDocument.validator();
    }
    return validator;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response answer = context.next(request, expected);
    URI uri = URI.create(request.getURI());
    String path = uri.getRawPath();
    if (path != null && path.startsWith(API) && !path.startsWith(TESTS_OWN)) {
      ApiCall.remember(
          new ApiCall(test(), request.getMethod(), path, answer.statusCode(), code(answer)));
      check(request, uri, answer);
    }
    return answer;
  }

  /** The simple name of the test class that is running on this thread. */
  private static String test() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", ""))
                .filter(name -> name.endsWith("Test"))
                .findFirst())
        .orElse("");
  }

  private static String code(Response answer) {
    return String.valueOf(answer.contentType()).startsWith("application/problem+json")
        ? answer.jsonPath().getString("code")
        : "";
  }

  private static void check(FilterableRequestSpecification request, URI uri, Response answer) {
    boolean succeeded = answer.statusCode() < 300;
    var method = Request.Method.valueOf(request.getMethod());
    ValidationReport report =
        succeeded
            ? validator().validate(asked(request, method, uri), answered(answer))
            : validator().validateResponse(uri.getRawPath(), method, answered(answer));
    List<ValidationReport.Message> faults =
        report.getMessages().stream()
            .filter(fault -> fault.getLevel() == ValidationReport.Level.ERROR)
            .filter(fault ->
                !NOT_DESCRIBED.contains(fault.getKey())
                    || !FINE_WHERE_NOT_DESCRIBED.contains(answer.statusCode()))
            .toList();
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s %s, answered %d, is not as openapi/steward.yaml says:\n%s\n%s"
              .formatted(
                  method,
                  uri.getPath(),
                  answer.statusCode(),
                  SimpleValidationReportFormat.getInstance().apply(report),
                  answer.asString()));
    }
  }

  private static Request asked(
      FilterableRequestSpecification request, Request.Method method, URI uri) {
    var asked = new SimpleRequest.Builder(method, uri.getRawPath());
    for (Header header : request.getHeaders()) {
      asked.withHeader(header.getName(), header.getValue());
    }
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] sides = pair.split("=", 2);
        asked.withQueryParam(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
      }
    }
    if (request.getBody() instanceof String body) {
      asked.withBody(body);
    }
    return asked.build();
  }

  private static com.atlassian.oai.validator.model.Response answered(Response answer) {
    var answered = new SimpleResponse.Builder(answer.statusCode());
    for (Header header : answer.headers()) {
      answered.withHeader(header.getName(), header.getValue());
    }
    byte[] body = answer.asByteArray();
    return body.length == 0 ? answered.build() : answered.withBody(body).build();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
