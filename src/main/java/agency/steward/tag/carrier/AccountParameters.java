package agency.steward.tag.carrier;

import agency.steward.tag.read.Carrier;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of lists of accounts, in one workspace and over the fleet (contract 3). */
public class AccountParameters extends TagParameters {

  @Parameter(
      description =
          "What carries all of these tags, by id. Repeated, or several with commas between them; at"
              + " most 100. Together with tag_ids or tag: all of these and any of those")
  @QueryParam("tag_ids_all")
  List<String> tagIdsAll = List.of();

  @Parameter(description = "Part of the address, as Instantly searches it")
  @QueryParam("search")
  Optional<String> search = Optional.empty();

  @Parameter(
      description =
          "Instantly's number: 1 active, 2 paused, 3 paused for maintenance, -1 connection error, -2"
              + " soft bounce error, -3 sending error",
      schema = @Schema(type = SchemaType.INTEGER))
  @QueryParam("status")
  Optional<String> status = Optional.empty();

  CarrierFilter filter() {
    return new CarrierFilter(
        Carrier.ACCOUNT,
        ids(),
        labels(),
        ids("tag_ids_all", tagIdsAll),
        VendorQuery.of(search, status));
  }
}
