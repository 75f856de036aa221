package agency.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-b7ad6b7169203331-01",
        "cc-" + TRACE + "-b7ad6b7169203331-00-what-comes-later"
      })
  void theTraceOfTheCallerIsKnown(String header) {
    assertThat(TraceParent.traceId(header)).contains(TRACE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "x",
        "ff-" + TRACE + "-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-" + TRACE + "-b7ad6b7169203331"
      })
  void anythingElseIsNoTrace(String header) {
    assertThat(TraceParent.traceId(header)).isEmpty();
  }

  @Test
  void aLineBreakDoesNotGetIntoTheLog() {
    assertThat(TraceParent.traceId("00-" + TRACE + "-b7ad6b7169203331-01\nx")).isEmpty();
  }
}
