package agency.steward.fleet;

import agency.steward.instantly.FirstPage;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.body.Item;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rows that go out as they came. */
record ItemRows(Function<InstantlyWorkspace, List<Item>> found, Optional<FirstPage> first)
    implements WorkspaceRead {

  @Override
  public List<ObjectNode> read(InstantlyWorkspace workspace) {
    return items(workspace).stream().map(Item::whole).toList();
  }

  @Override
  public List<Item> items(InstantlyWorkspace workspace) {
    return found.apply(workspace);
  }
}
