package agency.steward.fleet.inside;

import agency.steward.fleet.WorkspaceRead;
import agency.steward.fleet.answer.Outward;
import agency.steward.fleet.answer.PageJson;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Gathering;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.instantly.body.Item;
import agency.steward.web.Page;
import agency.steward.web.PageParameters;
import agency.steward.web.PageRequest;
import agency.steward.web.PageTokens;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Reads one workspace: what a feature's GETs below {@code /workspaces/{id}} are made of. */
@ApplicationScoped
public class Inside {
  private final Instantly instantly;
  private final PageTokens pages;
  private final InsideConfig config;
  private final PageJson json;
  private final Gathering lists;

  Inside(Instantly instantly, PageTokens pages, InsideConfig config, ObjectMapper mapper) {
    this.instantly = instantly;
    this.pages = pages;
    this.config = config;
    this.json = new PageJson(mapper);
    this.lists = instantly.gathering();
  }

  /** The workspace's Instantly, for as long as a read may take. */
  public InstantlyWorkspace of(Workspace workspace) {
    return instantly.in(workspace, Deadline.in(config.readWithin()));
  }

  /** One object as Instantly has it now. */
  public ObjectNode one(Workspace workspace, String path) {
    return Outward.object(workspace, of(workspace).get(path));
  }

  /**
   * One page. Instantly's cursors say nothing about a list that changes, so pages lie over the
   * complete list in the order of the ids, which does not move under them.
   */
  public WrittenPage page(
      Workspace workspace, Listing listing, PageParameters parameters, WorkspaceRead read) {
    Page<Item> page =
        placed(workspace, parameters, read, row -> row.path(listing.idField()).asText());
    return new WrittenPage(json.bytes(workspace, page));
  }

  /**
   * The same in an order of the list's own.
   *
   * @param position what the rows are ordered by; every row has another one
   */
  public Page<ObjectNode> page(
      Workspace workspace,
      PageParameters parameters,
      WorkspaceRead read,
      Function<ObjectNode, String> position) {
    return placed(workspace, parameters, read, position)
        .map(row -> Outward.object(workspace, row.whole()));
  }

  private Page<Item> placed(
      Workspace workspace,
      PageParameters parameters,
      WorkspaceRead read,
      Function<ObjectNode, String> position) {
    PageRequest asked = pages.asked(parameters);
    String after = asked.after().orElse("");
    List<Placed> rest;
    try (var memory = lists.part()) {
      rest =
          read.items(of(workspace).within(memory)).stream()
              .map(row -> new Placed(position.apply(row.seen()), row))
              .filter(placed -> placed.position().compareTo(after) > 0)
              .sorted(Comparator.comparing(Placed::position))
              .limit(asked.size() + 1L)
              .toList();
    }
    return pages.page(asked, rest, Placed::position).map(Placed::row);
  }

  /** A position may cost more than a look: it is found once for each row. */
  private record Placed(String position, Item row) {}
}
