package agency.steward.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpaceTest {

  @Test
  void oneAloneGetsHalfAndIsToldThatItIsTheirShare() {
    var space = new Space(10);
    assertThat(fill(space, "ann")).hasSize(5);
    assertThat(space.enter("ann", 1)).isEqualTo(Refusal.OWN_SHARE);
  }

  @Test
  void whoHasNothingYetIsLetInBesideSomebodyWithAThousand() {
    var space = new Space(2_048);
    fill(space, "hog");
    assertThat(space.enter("ann", 1)).isInstanceOf(Seat.class);
  }

  @Test
  void whenSomebodyElseComesWhoHasMoreGetsNoMoreUntilSharesAreEven() {
    // Given
    var space = new Space(12);
    List<Seat> hog = fill(space, "hog");
    assertThat(fill(space, "ann")).hasSize(3);

    // When some are given back, they are not the hog's again
    hog.removeLast().close();
    hog.removeLast().close();
    assertThat(space.enter("hog", 1)).isEqualTo(Refusal.OWN_SHARE);
    assertThat(space.enter("ann", 1)).isInstanceOf(Seat.class);

    // Then both have a third
    assertThat(space.enter("hog", 1)).isInstanceOf(Refusal.class);
    assertThat(space.enter("ann", 1)).isInstanceOf(Refusal.class);
    assertThat(space.used()).isEqualTo(8);
  }

  @Test
  void theLastPlaceIsForSomebodyWhoHasNone() {
    var space = new Space(2);
    assertThat(space.enter("ann", 1)).isInstanceOf(Seat.class);
    assertThat(space.enter("ann", 1)).isEqualTo(Refusal.OWN_SHARE);
    assertThat(space.enter("bob", 1)).isInstanceOf(Seat.class);
    assertThat(space.enter("eve", 1)).isEqualTo(Refusal.FULL);
  }

  @Test
  void whatIsLargerThanAShareIsLetInWhereTheCallerHasNothingElse() {
    var space = new Space(10);
    assertThat(space.enter("ann", 9)).isInstanceOf(Seat.class);
    assertThat(space.enter("bob", 2)).isEqualTo(Refusal.FULL);
    assertThat(space.enter("bob", 1)).isInstanceOf(Seat.class);
  }

  @Test
  void aPlaceIsGivenBackOnce() {
    var space = new Space(4);
    Seat seat = (Seat) space.enter("ann", 2);
    seat.close();
    seat.close();
    assertThat(space.used()).isZero();
  }

  @Property
  void neverMoreThanThereAreAndNobodyStarves(
      @ForAll @IntRange(min = 2, max = 200) int places,
      @ForAll @Size(max = 400) List<@IntRange(min = -50, max = 50) Integer> steps) {
    var space = new Space(places);
    var inside = new ArrayList<Held>();
    var has = new HashMap<String, Long>();
    for (int step : steps) {
      if (step < 0 && !inside.isEmpty()) {
        Held gone = inside.remove(-step % inside.size());
        gone.seat().close();
        has.merge(gone.who(), -gone.places(), Long::sum);
      } else {
        come(space, "p" + Math.abs(step) % 5, 1 + Math.abs(step) % 3, inside, has, places);
      }
      long used = has.values().stream().mapToLong(Long::longValue).sum();
      assertThat(used).isEqualTo(space.used()).isLessThanOrEqualTo(places);
    }
    inside.forEach(held -> held.seat().close());
    assertThat(space.used()).isZero();
  }

  private static void come(
      Space space, String who, int wanted, List<Held> inside, Map<String, Long> has, int places) {
    long own = has.getOrDefault(who, 0L);
    long free = places - space.used();
    switch (space.enter(who, wanted)) {
      case Seat seat -> {
        assertThat(own == 0 || own + wanted <= free - wanted).as("no more than is left").isTrue();
        inside.add(new Held(seat, who, wanted));
        has.merge(who, (long) wanted, Long::sum);
      }
      case Refusal.FULL ->
          assertThat(own == 0 ? free : own + wanted - 1).isLessThan(own == 0 ? wanted : places);
      case Refusal.OWN_SHARE -> assertThat(own).as("who has nothing has no share").isPositive();
    }
  }

  private record Held(Seat seat, String who, long places) {}

  private static List<Seat> fill(Space space, String who) {
    var seats = new ArrayList<Seat>();
    while (space.enter(who, 1) instanceof Seat seat) {
      seats.add(seat);
    }
    return seats;
  }
}
