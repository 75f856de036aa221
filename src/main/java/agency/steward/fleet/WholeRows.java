package agency.steward.fleet;

import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.instantly.body.Item;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Rows of a list that go out as they came. */
record WholeRows(
    Listing listing, Map<String, String> query, Set<String> lookedAt, Predicate<ObjectNode> fitting)
    implements WorkspaceRead {

  @Override
  public List<ObjectNode> read(InstantlyWorkspace workspace) {
    return workspace.list(listing, query).stream().filter(fitting).toList();
  }

  @Override
  public List<Item> items(InstantlyWorkspace workspace) {
    return workspace.items(listing, query, lookedAt).stream()
        .filter(item -> fitting.test(item.seen()))
        .toList();
  }
}
