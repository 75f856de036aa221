package agency.steward.instantly.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page of a list, checked to be JSON, of whose objects only some fields are read: the others go
 * through as they came. Whatever is unusual about a page is left to who reads all of it.
 */
public final class RawPage {
  /** Names that Steward's own answers have for something else (contract 1). */
  public static final Set<String> HIDDEN = Set.of("workspace_id", "workspace_name");

  private final byte[] page;
  private final Set<String> lookedAt;
  private final JsonParser json;
  private final List<Item> items = new ArrayList<>();
  private JsonNode next = MissingNode.getInstance();
  private int[] hidden = new int[HIDDEN.size()];
  private int hides;
  private boolean usual;

  private RawPage(byte[] page, Set<String> lookedAt, JsonParser json) {
    this.page = page;
    this.lookedAt = lookedAt;
    this.json = json;
  }

  /**
   * Empty where it is not the usual: {@code items} and perhaps a cursor, objects without escapes or
   * repetitions in the names that are looked at, all in one line.
   *
   * @param lookedAt names of fields, {@link #HIDDEN} among them
   */
  public static Optional<RawPage> read(byte[] page, Set<String> lookedAt) {
    if (!isOneLine(page)) {
      return Optional.empty();
    }
    try (JsonParser json = Json.parser(page)) {
      var read = new RawPage(page, lookedAt, json);
      read.all();
      return Optional.of(read).filter(itself -> itself.usual);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  public List<Item> items() {
    return items;
  }

  /** The cursor; missing where there is none. */
  public JsonNode next() {
    return next;
  }

  private void all() throws IOException {
    usual = json.nextToken() == JsonToken.START_OBJECT;
    int lists = 0;
    for (String name = json.nextFieldName(); usual && name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      switch (name) {
        case "items" -> {
          lists++;
          list(value);
        }
        case "next_starting_after" -> next = value();
        default -> json.skipChildren();
      }
    }
    usual = usual && lists == 1 && json.nextToken() == null;
  }

  private void list(JsonToken first) throws IOException {
    usual = first == JsonToken.START_ARRAY;
    while (usual && json.nextToken() != JsonToken.END_ARRAY) {
      usual = json.currentToken() == JsonToken.START_OBJECT;
      if (usual) {
        item();
      }
    }
  }

  private void item() throws IOException {
    int from = tokenAt();
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    hides = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (lookedAt.contains(name)) {
        look(name, seen);
      } else {
        json.nextToken();
        json.skipChildren();
      }
    }
    int to = tokenAt() + 1;
    usual = usual && page[from] == '{' && page[to - 1] == '}';
    items.add(new RawItem(page, from, to, seen, Arrays.copyOf(hidden, hides)));
  }

  private void look(String name, ObjectNode seen) throws IOException {
    int at = tokenAt() + 1;
    usual = usual && !seen.has(name) && stands(name, at);
    if (usual && HIDDEN.contains(name)) {
      hidden[hides++] = at;
    }
    json.nextToken();
    seen.set(name, value());
  }

  /** Not for a name that is written with escapes. */
  private boolean stands(String name, int at) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    int end = at + bytes.length;
    return end < page.length
        && Arrays.equals(page, at, end, bytes, 0, bytes.length)
        && page[end] == '"';
  }

  private JsonNode value() throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? TextNode.valueOf(json.getText())
        : Json.value(json);
  }

  private int tokenAt() {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  /** Valid UTF-8 without a line break; a tab is none, but as rare. */
  private static boolean isOneLine(byte[] page) {
    boolean ascii = true;
    for (byte each : page) {
      if (each < ' ') {
        if (each >= 0) {
          return false;
        }
        ascii = false;
      }
    }
    return ascii || isUtf8(page);
  }

  private static boolean isUtf8(byte[] page) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }
}
