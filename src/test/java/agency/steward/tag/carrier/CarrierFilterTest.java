package agency.steward.tag.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.access.grant.Narrowing;
import agency.steward.tag.FakeInstantly;
import agency.steward.tag.read.Carrier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read of an Instantly whose filters filter nothing. */
class CarrierFilterTest {
  private static final Narrowing ALL = new Narrowing.Everything();
  private static final String C1 = "f9cc070d-8dba-4341-b847-f083c358e461";
  private static final String C2 = "f9cc070d-8dba-4341-b847-f083c358e462";

  private final FakeInstantly lying =
      new FakeInstantly()
          .tag("w", "West")
          .tag("v", "VIP")
          .campaign(C1, 1)
          .campaign(C2, 1, "w")
          .account("ann@x.example")
          .account("Bob@x.example")
          .mapping("w", C1, 2)
          .mapping("v", C2, 2)
          .mapping("w", "bob@x.example", 1)
          .mapping("v", "ann@x.example", 1);

  private static CarrierFilter filter(
      Carrier carrier, Set<String> ids, Set<String> labels, Set<String> all) {
    return new CarrierFilter(carrier, ids, labels, all, Map.of());
  }

  private List<String> seen(CarrierFilter filter, Narrowing narrowing) {
    return filter.in(lying, narrowing).stream()
        .map(row -> row.seen().path(filter.carrier().listing().idField()).asText())
        .toList();
  }

  private static Narrowing only(String... labels) {
    return new Narrowing.Tagged(Set.of(labels));
  }

  @Test
  void whoIsNarrowedSeesWhatTheMappingsSayAndNotWhatInstantlyGivesOut() {
    var none = Set.<String>of();

    assertThat(seen(filter(Carrier.CAMPAIGN, none, none, none), only("West"))).containsExactly(C1);
    assertThat(seen(filter(Carrier.ACCOUNT, none, none, none), only("West")))
        .containsExactly("Bob@x.example");
    assertThat(seen(filter(Carrier.CAMPAIGN, none, none, none), only("West", "VIP"))).hasSize(2);
    assertThat(seen(filter(Carrier.CAMPAIGN, none, Set.of("VIP"), none), only("West", "Nope")))
        .isEmpty();
    assertThat(seen(filter(Carrier.CAMPAIGN, Set.of("v", "w"), none, none), only("West")))
        .containsExactly(C1);
  }

  @Test
  void whoIsNarrowedToALabelThatIsNotThereAsksForNothing() {
    assertThat(seen(filter(Carrier.CAMPAIGN, Set.of(), Set.of(), Set.of()), only("west")))
        .isEmpty();
    assertThat(lying.asked()).containsExactly("/custom-tags{}");
  }

  @Test
  void aMappingOfACampaignShowsNoAccount() {
    lying.account("x@x.example").mapping("w", "x@x.example", 2);

    // An address is an account's, whatever number stands beside it.
    assertThat(seen(filter(Carrier.ACCOUNT, Set.of(), Set.of(), Set.of()), only("West")))
        .containsExactly("Bob@x.example", "x@x.example");
  }

  @Test
  void accident27_aTagThatIsNotThereIsNeverSentAsAFilterThatMightBeIgnored() {
    for (CarrierFilter filter :
        List.of(
            filter(Carrier.CAMPAIGN, Set.of(), Set.of("Nope"), Set.of()),
            filter(Carrier.CAMPAIGN, Set.of("nope"), Set.of(), Set.of()),
            filter(Carrier.ACCOUNT, Set.of(), Set.of(), Set.of("w", "nope")))) {
      assertThat(seen(filter, ALL)).isEmpty();
    }
    assertThat(lying.asked()).containsOnly("/custom-tags{}");
  }

  @Test
  void onlyTagsThatAreThereAreAskedFor() {
    seen(filter(Carrier.CAMPAIGN, Set.of("nope", "v"), Set.of("West", "Nope"), Set.of()), ALL);

    assertThat(lying.asked()).containsExactly("/custom-tags{}", "/campaigns{tag_ids=v,w}");
  }

  @Test
  void withoutATagNothingIsLookedUp() {
    assertThat(seen(filter(Carrier.CAMPAIGN, Set.of(), Set.of(), Set.of()), ALL)).hasSize(2);
    assertThat(lying.asked()).containsExactly("/campaigns{}");
  }
}
