package agency.steward.fleet.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.instantly.body.Item;
import agency.steward.web.Page;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;

/** Writes pages of the rows of one workspace: {@code {"items":[…],"next_page_token":"…"}}. */
public final class PageJson {
  private static final byte[] HEAD = "{\"items\":[".getBytes(UTF_8);
  private static final byte[] NEXT = "],\"next_page_token\":".getBytes(UTF_8);
  private static final byte[] NO_NEXT = "]".getBytes(UTF_8);

  private final RowJson json;

  public PageJson(ObjectMapper mapper) {
    this.json = new RowJson(mapper, ",", "");
  }

  /** The rows as they came where they were not parsed, Steward's id and name in front of each. */
  public byte[] bytes(Workspace workspace, Page<Item> page) {
    byte[] rows = json.write(workspace, page.items());
    byte[] token = page.nextPageToken().map(json::value).orElse(new byte[0]);
    var out = new ByteArrayOutputStream(HEAD.length + rows.length + NEXT.length + token.length + 1);
    out.writeBytes(HEAD);
    out.writeBytes(rows);
    out.writeBytes(page.nextPageToken().isPresent() ? NEXT : NO_NEXT);
    out.writeBytes(token);
    out.write('}');
    return out.toByteArray();
  }
}
