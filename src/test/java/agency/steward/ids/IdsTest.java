package agency.steward.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final AtomicLong now = new AtomicLong(1_764_000_000_000L);
  private final Ids ids = new Ids(now::get, new SecureRandom());

  @Test
  void anIdIsVersionSevenAndCarriesItsMillisecond() {
    UUID id = ids.make();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.get());
  }

  @Test
  void idsSortInTheOrderInWhichTheyWereMadeEvenWithinOneMillisecondAndWhenTheClockGoesBack() {
    var made = new ArrayList<String>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.make().toString());
    }
    now.addAndGet(-60_000);
    made.add(ids.make().toString());

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aSlowClockIsCaughtUpWith() {
    ids.make();
    now.addAndGet(5_000);

    assertThat(ids.make().getMostSignificantBits() >>> 16).isEqualTo(now.get());
  }
}
