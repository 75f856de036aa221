package agency.steward.tag;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An Instantly that heeds no filter at all: it gives out every row of a list, whatever is asked.
 */
public final class FakeInstantly implements InstantlyWorkspace {
  private final Map<Listing, List<ObjectNode>> rows = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  public FakeInstantly tag(String id, String label) {
    return add(Listing.TAGS, json().put("id", id).put("label", label));
  }

  public FakeInstantly tag(String id, String label, String description) {
    return add(
        Listing.TAGS, json().put("id", id).put("label", label).put("description", description));
  }

  public FakeInstantly campaign(String id, int status, String... senders) {
    ObjectNode campaign = json().put("id", id).put("name", "name of " + id).put("status", status);
    List.of(senders).forEach(campaign.putArray("email_tag_list")::add);
    return add(Listing.CAMPAIGNS, campaign);
  }

  public FakeInstantly account(String email) {
    return add(Listing.ACCOUNTS, json().put("email", email));
  }

  public FakeInstantly mapping(String tag, String resource, int type) {
    ObjectNode mapping =
        json().put("id", tag + resource).put("tag_id", tag).put("resource_id", resource);
    return add(Listing.TAG_MAPPINGS, mapping.put("resource_type", type));
  }

  private FakeInstantly add(Listing listing, ObjectNode row) {
    rows.computeIfAbsent(listing, each -> new ArrayList<>()).add(row);
    return this;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Such as {@code /campaigns{tag_ids=a}}. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public List<ObjectNode> list(Listing listing, Map<String, String> query) {
    asked.add(listing.path() + query);
    return rows.getOrDefault(listing, List.of());
  }

  @Override
  public ObjectNode get(String path) {
    throw new UnsupportedOperationException(path);
  }

  @Override
  public ObjectNode post(String path, ObjectNode body) {
    throw new UnsupportedOperationException(path);
  }

  @Override
  public ObjectNode patch(String path, ObjectNode body) {
    throw new UnsupportedOperationException(path);
  }

  @Override
  public ObjectNode delete(String path) {
    throw new UnsupportedOperationException(path);
  }

  @Override
  public void proveIdentity() {}
}
