package agency.steward.tag.tagging;

import agency.steward.fleet.WorkspaceRead;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.IdList;
import agency.steward.tag.read.Mappings;
import agency.steward.web.ParameterText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filter of what is tagged (contract 3). */
public class MappingFilterParameters {

  @Parameter(
      description =
          "Only of these: e-mail addresses of accounts, ids of campaigns. Repeated, or several with"
              + " commas between them; at most 100",
      example = "ann@acme.example")
  @QueryParam("resource_ids")
  List<String> resourceIds = List.of();

  /** The mappings of one workspace that fit, whole. */
  WorkspaceRead read() {
    Set<String> wanted = IdList.of("resource_ids", resourceIds);
    wanted.forEach(MappingFilterParameters::check);
    return instantly -> {
      Stream<ObjectNode> found =
          (wanted.isEmpty() ? Mappings.all(instantly) : Mappings.of(instantly, wanted)).stream();
      return found.map(Mappings::outward).toList();
    };
  }

  private static void check(String id) {
    if (Arrays.stream(Carrier.values()).noneMatch(carrier -> carrier.canBe(id))) {
      throw ParameterText.invalid(
          "resource_ids",
          "resource_ids are e-mail addresses of accounts and ids of campaigns, which are UUIDs");
    }
  }
}
