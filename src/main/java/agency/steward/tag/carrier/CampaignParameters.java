package agency.steward.tag.carrier;

import agency.steward.tag.read.Carrier;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of lists of campaigns, in one workspace and over the fleet (contract 3). */
public class CampaignParameters extends TagParameters {

  @Parameter(description = "Part of the name, as Instantly searches it")
  @QueryParam("search")
  Optional<String> search = Optional.empty();

  @Parameter(
      description =
          "Instantly's number: 0 draft, 1 active, 2 paused, 3 completed, 4 running subsequences, -1"
              + " accounts unhealthy, -2 bounce protect, -99 suspended",
      schema = @Schema(type = SchemaType.INTEGER))
  @QueryParam("status")
  Optional<String> status = Optional.empty();

  CarrierFilter filter() {
    return new CarrierFilter(
        Carrier.CAMPAIGN, ids(), labels(), Set.of(), VendorQuery.of(search, status));
  }
}
