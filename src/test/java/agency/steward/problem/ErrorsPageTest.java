package agency.steward.problem;

import static java.util.stream.Collectors.groupingBy;

import agency.steward.testing.WrittenPage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {

  @Test
  void thePageOfErrorsIsTheCatalogue() {
    WrittenPage.of(Path.of("docs/errors.md")).mustBe(page());
  }

  private static String page() {
    var page =
        new StringBuilder(
            """
            # Errors

            Every failed request is answered with `application/problem+json` (RFC 9457). Programs look at `code`; `detail`
            tells a person what happened, `errors` which field is at fault, `request_id` what to look for in the log.
            `retryable` says whether the same request may succeed later without anybody changing anything.

            This page is generated from `ProblemCode` and `Advice`: `make openapi`.
            """);
    new TreeMap<>(Arrays.stream(ProblemCode.values()).collect(groupingBy(ProblemCode::status)))
        .forEach((status, codes) -> page.append(section(status, codes)));
    return page.append(Symptoms.section()).toString();
  }

  private static String section(int status, List<ProblemCode> codes) {
    var section =
        new StringBuilder(
            "\n## %d\n\n| code | means | retryable | what to do |\n|---|---|---|---|\n"
                .formatted(status));
    codes.forEach(code ->
        section.append(
            "| `%s` | %s | %s | %s |\n"
                .formatted(code, code.title(), code.retryable() ? "yes" : "no", Advice.on(code))));
    return section.toString();
  }
}
