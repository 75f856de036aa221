package agency.steward.tag.change.assignment;

import agency.steward.changeset.plan.Change;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Campaigns that send right now from every account that carries one of their tags: {@code
 * email_tag_list} (facts.md 4.3).
 */
public final class LiveCampaigns {
  /** In the state before a change: those whose senders it would change. */
  public static final String FIELD = "live_campaigns";

  /** Of a campaign: ids of the tags whose accounts it sends from. */
  public static final String SENDERS = "email_tag_list";

  /** Draft, paused, completed, accounts unhealthy, bounce protect, suspended (facts.md 4.8). */
  private static final Set<Integer> DORMANT = Set.of(0, 2, 3, -1, -2, -99);

  private LiveCampaigns() {}

  /** Reads all campaigns; whoever cannot, cannot know, and gets the failure. */
  public static ArrayNode sendingBy(InstantlyWorkspace instantly, Collection<String> tags) {
    ArrayNode live = JsonNodeFactory.instance.arrayNode();
    instantly.list(Listing.CAMPAIGNS, Map.of()).stream()
        .filter(campaign -> isLive(campaign) && !by(campaign, tags).isEmpty())
        .map(campaign -> shown(campaign, tags))
        .forEach(live::add);
    return live;
  }

  /** A status that is not known yet counts as live. */
  private static boolean isLive(ObjectNode campaign) {
    return !campaign.path("status").isInt() || !DORMANT.contains(campaign.path("status").asInt());
  }

  private static List<String> by(ObjectNode campaign, Collection<String> tags) {
    return Batch.texts(campaign.path(SENDERS)).stream().filter(tags::contains).toList();
  }

  private static ObjectNode shown(ObjectNode campaign, Collection<String> tags) {
    ObjectNode shown = effect(campaign.path("id").asText(), campaign.path("name").asText());
    by(campaign, tags).forEach(shown.putArray("tag_ids")::add);
    return shown;
  }

  private static ObjectNode effect(String id, String name) {
    return JsonNodeFactory.instance.objectNode().put("campaign_id", id).put("name", name);
  }

  /** Those of them that send by one of these tags. */
  public static ArrayNode touched(ObjectNode present, Collection<String> tags) {
    ArrayNode touched = JsonNodeFactory.instance.arrayNode();
    for (var campaign : present.path(FIELD)) {
      if (Batch.texts(campaign.path("tag_ids")).stream().anyMatch(tags::contains)) {
        touched.add(effect(campaign.path("campaign_id").asText(), campaign.path("name").asText()));
      }
    }
    return touched;
  }

  /** What the change does to campaigns that send. */
  static List<ObjectNode> effects(Change change) {
    return change.before().stream()
        .flatMap(before -> StreamSupport.stream(before.path(FIELD).spliterator(), false))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .toList();
  }
}
