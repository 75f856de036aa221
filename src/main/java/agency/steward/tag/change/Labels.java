package agency.steward.tag.change;

import agency.steward.changeset.Present;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.tag.change.assignment.Batch;
import agency.steward.tag.change.assignment.LiveCampaigns;
import agency.steward.tag.read.KnownTags;
import agency.steward.tag.read.Mappings;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Complete looks at the tags of a workspace. */
final class Labels {
  /** Whether something carries the tag, or a campaign names it; absent where nobody looked. */
  static final String IN_USE = "in_use";

  private Labels() {}

  private static Present present(List<ObjectNode> tags) {
    return Present.of(Tag.LIST, tags);
  }

  static Present of(InstantlyWorkspace instantly) {
    return present(KnownTags.of(instantly).all());
  }

  /** The same, and whether they are in use. */
  static Present withUse(InstantlyWorkspace instantly) {
    Set<String> used = used(instantly);
    return present(
        KnownTags.of(instantly).all().stream()
            .map(tag -> tag.deepCopy().put(IN_USE, used.contains(Tag.id(tag))))
            .toList());
  }

  /** Where it was looked for: then it is no longer only what was made. */
  static boolean isInUse(ObjectNode tag) {
    return tag.path(IN_USE).asBoolean();
  }

  private static Set<String> used(InstantlyWorkspace instantly) {
    var used = new HashSet<String>();
    Mappings.all(instantly).forEach(mapping -> used.add(mapping.path("tag_id").asText()));
    instantly
        .list(Listing.CAMPAIGNS, Map.of())
        .forEach(campaign -> used.addAll(Batch.texts(campaign.path(LiveCampaigns.SENDERS))));
    return used;
  }
}
