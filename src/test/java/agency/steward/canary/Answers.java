package agency.steward.canary;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every answer of Steward's: status, headers and body. */
final class Answers implements Filter {
  private final List<String> all = new CopyOnWriteArrayList<>();

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification specification,
      FilterContext context) {
    Response answer = context.next(request, specification);
    all.add(
        request.getMethod()
            + " -> "
            + answer.statusCode()
            + "\n"
            + answer.headers()
            + "\n"
            + answer.asString());
    return answer;
  }

  String text() {
    return String.join("\n\n", all);
  }
}
