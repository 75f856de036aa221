package agency.steward.instantly;

import agency.steward.instantly.body.Item;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Instantly, bound to one workspace: holds credential, header, pacing, retries, paging and error
 * folding. Paths are below {@code /api/v2}. Every method blocks (call it on a virtual thread), may
 * throw {@link InstantlyException}, and hands objects through with unknown fields and enum values.
 */
public interface InstantlyWorkspace {

  /**
   * The registered workspace it is bound to. Only of {@link Instantly#in} and {@link
   * Instantly#probing}; there is none before a registration.
   */
  default Workspace workspace() {
    throw new IllegalStateException("No registered workspace is behind this");
  }

  /**
   * The same for lists that are read beside many others: each page waits for room in memory, at
   * most until the deadline.
   */
  default InstantlyWorkspace within(Gathering.Part memory) {
    return this;
  }

  /** One object. Retried at most twice inside the deadline. */
  ObjectNode get(String path);

  /** A complete list: every page, in Instantly's order, without repeated rows. */
  List<ObjectNode> list(Listing listing, Map<String, String> query);

  /**
   * The same list for whoever passes its rows on as they came.
   *
   * @param lookedAt the fields that are to be seen of each; those that identify it are added
   */
  default List<Item> items(Listing listing, Map<String, String> query, Set<String> lookedAt) {
    return list(listing, query).stream().<Item>map(Item.Parsed::new).toList();
  }

  /** The same list row by row; pages are fetched only as far as the rows are taken. */
  default Stream<ObjectNode> walk(Listing listing, Map<String, String> query) {
    return list(listing, query).stream();
  }

  /** The same list page by page; whether there is another one is known once a page is there. */
  default Iterator<Leaf> leaves(Listing listing, Map<String, String> query) {
    return List.of(Leaf.whole(() -> list(listing, query))).iterator();
  }

  /**
   * A write; never sent a second time by itself. Not for {@code /api-keys}, see {@link #createKey}.
   */
  ObjectNode post(String path, ObjectNode body);

  /**
   * The same for a body with a secret in it: Instantly's words about it go nowhere, since they may
   * quote it.
   */
  default ObjectNode postQuietly(String path, ObjectNode body) {
    return post(path, body);
  }

  /** A write; never sent a second time by itself. */
  ObjectNode patch(String path, ObjectNode body);

  /**
   * Creates an API key. Its value is handed over this one time; in every other answer about API
   * keys {@code key} is gone, and {@code fingerprint} stands in its place where the value was a
   * whole one. A write; never sent a second time by itself.
   */
  default NewKey createKey(String name, List<String> scopes) {
    throw new UnsupportedOperationException(name + " " + scopes);
  }

  /** A write, sent without body and content type (facts.md 4); never a second time by itself. */
  ObjectNode delete(String path);

  /**
   * Proves that calls reach this very workspace: {@code GET /workspaces/current} answers its id.
   * Proven at most 60 s ago for the same key version counts. Throws {@link
   * InstantlyFailure.WrongIdentity} otherwise.
   */
  void proveIdentity();
}
