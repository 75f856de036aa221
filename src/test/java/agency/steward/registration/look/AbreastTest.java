package agency.steward.registration.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbreastTest {

  @Test
  void resultsKeepTheOrderAndNoMoreThanSoManyAreAtWork() {
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();

    List<Integer> doubled =
        Abreast.map(
            IntStream.range(0, 200).boxed().toList(),
            3,
            i -> {
              most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
              Thread.yield();
              atWork.decrementAndGet();
              return 2 * i;
            });

    assertThat(doubled).isEqualTo(IntStream.range(0, 200).mapToObj(i -> 2 * i).toList());
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void aMistakeIsNotSwallowed() {
    assertThatThrownBy(() ->
            Abreast.map(
                List.of(1),
                1,
                i -> {
                  throw new IllegalArgumentException("a mistake");
                }))
        .hasRootCauseMessage("a mistake");
  }
}
