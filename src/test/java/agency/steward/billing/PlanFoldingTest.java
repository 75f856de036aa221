package agency.steward.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFoldingTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final long LATER = Instant.parse("2026-12-25T12:00:00Z").getEpochSecond();
  private static final long EARLIER = Instant.parse("2026-10-25T12:00:00Z").getEpochSecond();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** In the tables L and E stand for the two moments, and quotes are single. */
  private static ObjectNode json(String text) {
    try {
      return (ObjectNode)
          JSON.readTree(
              text.replace('\'', '"').replace(":L", ":" + LATER).replace(":E", ":" + EARLIER));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Plan fold(String outreach, String subscriptions, boolean allCancelled) {
    return PlanFolding.of(
        json("{'subscriptions':{'outreach':" + outreach + "}}"),
        json("{'subscriptions':[" + subscriptions + "],'all_subs_cancelled':" + allCancelled + "}"),
        "w",
        NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // Paid and going on
        "{'product_id':'pid_hg_v1','plan_name':'Hypergrowth','current_period_end':L} | | false | active | pid_hg_v1 | L | -",
        "{'product_id':'pid_hg_v1','current_period_end':L,'cancel_at_time':null} | {'product_id':'pid_hg_v1','current_period_end':L,'product_type':'prt_outreach','plan_type':'plt_primary','workspace_id':'w'} | false | active | pid_hg_v1 | L | -",
        "{'product_id':null} | {'product_id':'pid_g_v1','current_period_end':L,'product_type':'prt_outreach'} | false | active | pid_g_v1 | L | -",
        "{'product_id':'pid_g_v2'} | | false | active | pid_g_v2 | - | -",
        "{'product_id':'pid_g_v2','current_period_end':E} | | false | active | pid_g_v2 | E | -",
        // Ends
        "{'product_id':'pid_hg_v1','current_period_end':L,'cancel_at_time':L} | | false | cancelling | pid_hg_v1 | - | L",
        "{'product_id':'pid_hg_v1','current_period_end':L} | {'product_id':'pid_hg_v1','cancel_at_time':L} | false | cancelling | pid_hg_v1 | - | L",
        "{'product_id':'pid_hg_v1','current_period_end':L} | | true | cancelling | pid_hg_v1 | - | L",
        "{'product_id':'pid_hg_v1'} | | true | cancelling | pid_hg_v1 | - | -",
        // Has ended, or was never there
        "{'product_id':'pid_hg_v1','cancel_at_time':E} | | false | lapsed | pid_hg_v1 | - | E",
        "{'product_id':'pid_hg_v1','current_period_end':E} | | true | lapsed | pid_hg_v1 | - | E",
        "{'product_id':null,'plan_name':'Free Trial'} | | false | lapsed | - | - | -",
        "{} | | true | lapsed | - | - | -",
        "null | | false | lapsed | - | - | -",
        "{'product_id':''} | | false | lapsed | - | - | -",
        // What is no plan for sending, or not this workspace's
        "{} | {'product_id':'pid_addon_25kl_v1','plan_type':'plt_addon','current_period_end':L} | false | lapsed | - | - | -",
        "{} | {'product_id':'pid_sic_v1','product_type':'prt_leadfinder','current_period_end':L} | false | lapsed | - | - | -",
        "{} | {'product_id':'pid_hg_v1','workspace_id':'another','current_period_end':L} | false | lapsed | - | - | -",
        // The better of two
        "{'product_id':'pid_g_v1','cancel_at_time':E} | {'product_id':'pid_bundle_scale_v2','current_period_end':L} | false | active | pid_bundle_scale_v2 | L | -",
      })
  void severalWaysOfSayingItAreOne(
      String outreach,
      String subscriptions,
      boolean allCancelled,
      String status,
      String id,
      String renewsAt,
      String cancelsAt) {
    Plan plan = fold(outreach, Optional.ofNullable(subscriptions).orElse(""), allCancelled);

    assertThat(plan.status().wire()).isEqualTo(status);
    assertThat(plan.id().orElse("-")).isEqualTo(id);
    assertThat(plan.renewsAt()).isEqualTo(moment(renewsAt));
    assertThat(plan.cancelsAt()).isEqualTo(moment(cancelsAt));
  }

  private static Optional<Instant> moment(String letter) {
    return switch (letter) {
      case "L" -> Optional.of(Instant.ofEpochSecond(LATER));
      case "E" -> Optional.of(Instant.ofEpochSecond(EARLIER));
      default -> Optional.empty();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | {}",
        "{'subscriptions':{}} | {}",
        "{} | {'subscriptions':[]}",
        "{'subscriptions':[]} | {'subscriptions':{}}"
      })
  void whatCannotBeReadSaysNothing(String details, String subscriptions) {
    assertThat(PlanFolding.of(json(details), json(subscriptions), "w", NOW))
        .isEqualTo(Plan.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "0,",
    "-5,",
    "1798113600,2026-12-24T12:00:00Z",
    "1798113600000,2026-12-24T12:00:00Z",
    "9223372036854775807,",
    "1e30,"
  })
  void momentsAreUnixSeconds(String number, Instant moment) throws Exception {
    assertThat(UnixTime.of(JSON.readTree(number))).isEqualTo(Optional.ofNullable(moment));
  }

  @Property
  void whateverInstantlySaysTheShapeHolds(
      @ForAll("told") ObjectNode outreach,
      @ForAll("told") ObjectNode bundle,
      @ForAll("subscriptions") List<ObjectNode> subscriptions,
      @ForAll boolean allCancelled) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    ObjectNode plans = details.putObject("subscriptions");
    plans.set("outreach", outreach);
    plans.set("bundle", bundle);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.putArray("subscriptions").addAll(subscriptions);
    list.put("all_subs_cancelled", allCancelled);

    Plan plan = PlanFolding.of(details, list, "w", NOW);

    assertThat(plan.status()).isNotEqualTo(PlanStatus.UNKNOWN);
    if (plan.status() != PlanStatus.LAPSED) {
      assertThat(plan.id()).isPresent();
    }
    if (plan.renewsAt().isPresent()) {
      assertThat(plan.status()).isEqualTo(PlanStatus.ACTIVE);
    }
    if (plan.status() == PlanStatus.ACTIVE) {
      assertThat(allCancelled).isFalse();
      assertThat(plan.cancelsAt()).isEmpty();
    }
    plan.cancelsAt()
        .ifPresent(at ->
            assertThat(plan.status())
                .isEqualTo(at.isAfter(NOW) ? PlanStatus.CANCELLING : PlanStatus.LAPSED));
    assertThat(plan.json().properties()).hasSize(5);
  }

  @Provide
  Arbitrary<List<ObjectNode>> subscriptions() {
    return told().list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<ObjectNode> told() {
    Arbitrary<JsonNode> ids =
        Arbitraries.of("\"pid_hg_v1\"", "\"pid_g_v1\"", "\"pid_new\"", "null", "\"\"", "7")
            .map(PlanFoldingTest::node);
    Arbitrary<JsonNode> times =
        Arbitraries.of("" + LATER, "" + EARLIER, "null", "0", "\"soon\"", "1e40", "{}")
            .map(PlanFoldingTest::node);
    return Combinators.combine(ids, times, times)
        .as((id, end, cancel) -> {
          ObjectNode told = JsonNodeFactory.instance.objectNode();
          told.set("product_id", id);
          told.set("current_period_end", end);
          told.set("cancel_at_time", cancel);
          return told;
        });
  }

  private static JsonNode node(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
