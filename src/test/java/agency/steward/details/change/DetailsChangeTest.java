package agency.steward.details.change;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetailsChangeTest {
  private static final ObjectNode PRESENT =
      object().put("id", "w").put("name", "Acme").put("owner", "somebody");

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Plan plan(ObjectNode set) {
    return new DetailsChange().plan(DetailsChange.intent(set), Optional.of(PRESENT));
  }

  @Test
  void onlyWhatIsNamedIsPartOfIt() {
    Change change = ((Plan.Needed) plan(object().put("name", "Acme Ltd"))).change();

    assertThat(change.before()).contains(object().put("name", "Acme"));
    assertThat(change.after()).contains(object().put("name", "Acme Ltd"));
    assertThat(change.subject()).isEqualTo("Acme");
    assertThat(change.reversibility()).isEqualTo(Reversibility.LOSSLESS);
  }

  @Test
  void aLogoThatIsNotThereIsAsGoodAsNone() {
    assertThat(plan(object().putNull("org_logo_url"))).isInstanceOf(Plan.AlreadySo.class);
    assertThat(plan(object().put("org_logo_url", "https://a.example")))
        .isInstanceOf(Plan.Needed.class);
  }

  @Test
  void whatIsSoAlreadyIsNotNeeded() {
    assertThat(plan(object().put("name", "Acme"))).isInstanceOf(Plan.AlreadySo.class);
  }
}
