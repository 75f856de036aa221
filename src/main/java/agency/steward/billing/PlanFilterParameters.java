package agency.steward.billing;

import agency.steward.web.ParameterText;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which plans of the fleet are wanted (contract 4). */
public class PlanFilterParameters {

  @Parameter(
      description =
          "Only plans that may be paid for again before this moment. Of one nobody could say, that"
              + " may be, so unknown ones stay in; cancelling and lapsed ones do not renew",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @QueryParam("renews_before")
  Optional<String> renewsBefore = Optional.empty();

  Predicate<Plan> filter() {
    return renewsBefore
        .map(text -> ParameterText.moment("renews_before", text))
        .<Predicate<Plan>>map(moment -> plan -> plan.mayRenewBefore(moment))
        .orElse(any -> true);
  }
}
