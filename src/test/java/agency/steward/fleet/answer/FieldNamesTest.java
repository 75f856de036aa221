package agency.steward.fleet.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
  private final FieldNames names = new FieldNames();

  @Test
  void aNameIsEncodedOnce() {
    assertThat(names.outward("email")).isSameAs(names.outward("email"));
  }

  @Test
  void instantlysNamesOfTheWorkspaceGiveWayToStewards() {
    assertThat(names.outward("workspace_id").getValue()).isEqualTo("instantly_workspace_id");
    assertThat(names.outward("workspace_name").getValue()).isEqualTo("instantly_workspace_name");
  }

  @Test
  void thousandsOfNamesAreRightAndOnlySomeAreRemembered() {
    IntStream.range(0, 5_000)
        .mapToObj(n -> "f" + n)
        .forEach(field -> assertThat(names.outward(field).getValue()).isEqualTo(field));
    assertThat(names.outward("f4999")).isNotSameAs(names.outward("f4999"));
  }
}
