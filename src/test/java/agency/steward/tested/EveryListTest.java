package agency.steward.tested;

import static agency.steward.testing.Asking.problem;

import agency.steward.testing.Asking;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is read in pages, or of the whole fleet, minds what it is asked with. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class EveryListTest {
  private static final String INSIDE = "/v1/workspaces/{";

  @Inject Registered registered;

  /** Lists of what has to be there itself are tested where it is made. */
  static Stream<Operation> paged() throws IOException {
    return Operation.all().stream()
        .filter(each -> each.parameters().contains("page_size"))
        .filter(each -> !each.path().contains("{") || each.path().startsWith(INSIDE));
  }

  static Stream<Operation> ofTheFleet() throws IOException {
    return Operation.all().stream().filter(each -> each.parameters().contains("deadline"));
  }

  @ParameterizedTest
  @MethodSource("paged")
  void aPageHasOneToAThousandItemsAndATokenOfItsOwn(Operation list) {
    String workspace = registered.onPaper("list-" + UUID.randomUUID(), Map.of()).id().toString();
    String path = list.path().replaceFirst("\\{\\w+}", workspace);

    for (String size : new String[] {"0", "1001", "many", ""}) {
      problem(admin(path + "?page_size=" + size), 400, "INVALID_PARAMETER")
          .body("errors[0].pointer", Matchers.equalTo("page_size"));
    }
    problem(admin(path + "?page_token=x"), 400, "INVALID_PAGE_TOKEN");
  }

  @ParameterizedTest
  @MethodSource("ofTheFleet")
  void aReadOfTheFleetKnowsItsDeadlineSelectorAndFormat(Operation read) {
    problem(admin(read.path() + "?deadline=PT0.01S"), 400, "INVALID_PARAMETER");
    problem(admin(read.path() + "?deadline=soon"), 400, "INVALID_PARAMETER");
    problem(admin(read.path() + "?selector="), 400, "INVALID_SELECTOR");
    problem(admin(read.path() + "?selector=a%3Db&workspace_id=x"), 400, "INVALID_PARAMETER");
    problem(admin(read.path() + "?format=xml"), 400, "INVALID_PARAMETER");
    problem(admin(read.path() + "?require_complete=maybe"), 400, "INVALID_PARAMETER");
  }

  private static io.restassured.response.Response admin(String path) {
    return Asking.as("ann", "agency-admin").get(path);
  }
}
