package agency.steward.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal(3);

  private static Line line(int status) {
    return new Line(0, null, null, null, "GET", "/p", status, 0, false);
  }

  private String after(long seq) {
    return new String(journal.after(seq, 10).ndjson(), StandardCharsets.UTF_8);
  }

  @Test
  void theOldestLinesAreForgottenAndTheNumbersGoOn() {
    for (int status = 201; status <= 205; status++) {
      journal.add(line(status));
    }

    assertThat(after(0).lines())
        .hasSize(3)
        .first()
        .asString()
        .contains("\"seq\":3,")
        .contains("\"status\":203");
    assertThat(after(4).lines()).hasSize(1);
    assertThat(after(5)).isEmpty();
  }

  @Test
  void aPartSaysWhereItEnds() {
    journal.add(line(200));
    journal.add(line(201));

    assertThat(journal.after(0, 1).last()).isEqualTo(1);
    assertThat(journal.after(2, 1).last()).isEqualTo(2);
  }
}
