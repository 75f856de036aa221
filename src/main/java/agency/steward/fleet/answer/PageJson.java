package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.instantly.body.Item;
import agency.steward.web.Page;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Writes pages of the rows of one workspace: {@code {"items":[…],"next_page_token":"…"}}. */
public final class PageJson {
  private static final byte[] HEAD = "{\"items\":[".getBytes(UTF_8);
  private static final byte[] NEXT = "],\"next_page_token\":".getBytes(UTF_8);
  private static final byte[] END = "}".getBytes(UTF_8);
  private static final byte[] LAST = "]}".getBytes(UTF_8);

  private final RowJson json;

  public PageJson(ObjectMapper mapper) {
    this.json = new RowJson(mapper, ",", "");
  }

  /** The rows as they came where they were not parsed, Steward's id and name in front of each. */
  public byte[] bytes(Workspace workspace, Page<Item> page) {
    byte[] rows = json.write(workspace, page.items());
    return page.nextPageToken()
        .map(token -> Pieces.together(List.of(HEAD, rows, NEXT, json.value(token), END)))
        .orElseGet(() -> Pieces.together(List.of(HEAD, rows, LAST)));
  }
}
