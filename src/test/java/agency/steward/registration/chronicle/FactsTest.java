package agency.steward.registration.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactsTest {

  @Test
  void labelsAreWrittenOutInTheOrderOfTheirKeys() {
    assertThat(Facts.labels(Map.of("b", "2", "a", "1"))).hasToString("{\"a\":\"1\",\"b\":\"2\"}");
  }

  @Test
  void whatIsTooLargeForAnEntryIsRecordedByItsDigest() {
    Map<String, String> labels =
        IntStream.range(0, 64)
            .boxed()
            .collect(Collectors.toMap(i -> "p".repeat(200) + ".example/" + i, i -> "v".repeat(60)));

    assertThat(Facts.labels(labels).get("count").intValue()).isEqualTo(64);
    assertThat(Facts.labels(labels).get("sha256").textValue()).matches("[0-9a-f]{64}");
    assertThat(Facts.keys(labels.keySet()).get("count").intValue()).isEqualTo(64);
    assertThat(Facts.keys(List.of("b", "a"))).hasToString("[\"a\",\"b\"]");
    assertThat(Facts.cut("x".repeat(5_000))).hasSizeLessThan(1_100);
  }
}
