package agency.steward.tag.carrier;

import agency.steward.tag.read.IdList;
import agency.steward.tag.read.TagId;
import agency.steward.web.ParameterText;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which tags are to be carried: {@code tag_ids} and {@code tag} together mean any of them. */
public class TagParameters {
  private static final int MOST_LABELS = 100;

  @Parameter(
      description =
          "What carries any of these tags, by id. Repeated, or several with commas between them; at"
              + " most 100. Together with tag: any of all of them",
      example = "0199c2f0-4444-7a61-9d0e-3f3f2b1f0a01")
  @QueryParam("tag_ids")
  List<String> tagIds = List.of();

  @Parameter(
      description =
          "What carries a tag of this label, exactly; repeated: any of them. A label that does not"
              + " exist in a workspace is carried by nothing there",
      example = "VIP")
  @QueryParam("tag")
  List<String> tag = List.of();

  Set<String> ids() {
    return ids("tag_ids", tagIds);
  }

  /** A label in the place of an id is said to be one: Instantly answers it with silence. */
  static Set<String> ids(String name, List<String> values) {
    Set<String> ids = IdList.of(name, values);
    if (!ids.stream().allMatch(TagId::isOne)) {
      throw ParameterText.invalid(name, TagId.NEEDED + ". For labels there is tag=");
    }
    return ids;
  }

  Set<String> labels() {
    var labels = new LinkedHashSet<String>();
    tag.forEach(label -> labels.add(label.strip()));
    if (labels.contains("")) {
      throw ParameterText.invalid("tag", "tag is empty; leave it out to ask for everything");
    }
    if (labels.size() > MOST_LABELS) {
      throw ParameterText.invalid("tag", "tag stands there at most 100 times");
    }
    return labels;
  }
}
