package agency.steward.fleet;

import agency.steward.instantly.FirstPage;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.instantly.body.Item;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The socket of the fan-out: what a feature reads in one workspace. */
@FunctionalInterface
public interface WorkspaceRead {

  /** The rows of one workspace, Instantly's objects as they are. */
  List<ObjectNode> read(InstantlyWorkspace workspace);

  /** The same, by whoever changes nothing in them: they need not be parsed. */
  default List<Item> items(InstantlyWorkspace workspace) {
    return read(workspace).stream().<Item>map(Item.Parsed::new).toList();
  }

  /** The call it begins with, where that is known before. Then nothing but calls takes its time. */
  default Optional<FirstPage> first() {
    return Optional.empty();
  }

  /** Rows that are passed on as they came. */
  static WorkspaceRead through(Function<InstantlyWorkspace, List<Item>> items) {
    return new ItemRows(items, Optional.empty());
  }

  /** A list as it is. */
  static WorkspaceRead of(Listing listing, Map<String, String> query) {
    return of(listing, query, Set.of(), any -> true);
  }

  /**
   * What fits of a list.
   *
   * @param lookedAt the fields that tell whether it does
   */
  static WorkspaceRead of(
      Listing listing,
      Map<String, String> query,
      Set<String> lookedAt,
      Predicate<ObjectNode> fitting) {
    return new ItemRows(
        workspace ->
            workspace.items(listing, query, lookedAt).stream()
                .filter(item -> fitting.test(item.seen()))
                .toList(),
        Optional.of(new FirstPage(listing, query)));
  }
}
