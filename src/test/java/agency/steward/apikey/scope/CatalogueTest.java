package agency.steward.apikey.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final String SCOPES =
      "/paths/~1api~1v2~1api-keys/post/requestBody/content/application~1json/schema/properties/scopes/items/enum";

  /** A scope of the vendor's that is missing here could not be asked for. */
  @Test
  void itIsTheVendorsList() throws IOException {
    try (InputStream spec =
        Objects.requireNonNull(
            Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("instantly/openapi.json"))) {
      JsonNode vendors = new ObjectMapper().readTree(spec).at(SCOPES);

      assertThat(Catalogue.all())
          .hasSize(178)
          .containsExactlyInAnyOrderElementsOf(
              vendors.valueStream().map(JsonNode::textValue).toList());
    }
  }

  @Test
  void everyRecipeIsMadeOfThem() {
    assertThat(Recipes.names()).containsExactly("analytics", "campaign_management", "lead_reader");
    for (String recipe : Recipes.names()) {
      assertThat(Recipes.find(recipe).orElseThrow()).isNotEmpty().allMatch(Catalogue::has);
    }
  }
}
