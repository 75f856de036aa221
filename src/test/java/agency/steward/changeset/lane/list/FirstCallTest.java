package agency.steward.changeset.lane.list;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.instantly.wire.Permit;
import org.junit.jupiter.api.Test;

class FirstCallTest {
  @Test
  void whatIsReadIsAsOldAsTheFirstCallAndNotAsTheWaitForIt() {
    var first = new FirstCall(Permit.ALWAYS);
    long waited = System.nanoTime();

    assertThat(first.holds()).isTrue();
    long called = System.nanoTime();
    assertThat(first.holds()).isTrue();

    assertThat(first.at() - waited).isNotNegative();
    assertThat(called - first.at()).isNotNegative();
  }

  @Test
  void itIsNoRightToCall() {
    var closed =
        new Permit() {
          @Override
          public boolean holds() {
            return false;
          }

          @Override
          public void sent() {}
        };

    assertThat(new FirstCall(closed).holds()).isFalse();
  }
}
