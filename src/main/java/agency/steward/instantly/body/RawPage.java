package agency.steward.instantly.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page of a list that was checked to be JSON, but of whose objects only some fields are read; the
 * others pass through as they came. Anything unusual is left to a parser that reads the whole page.
 */
public final class RawPage {
  /** Names that Steward's own answers have for something else (contract 1). */
  public static final Set<String> HIDDEN = Set.of("workspace_id", "workspace_name");

  private final byte[] page;
  private final List<Name> lookedAt;
  private final Scanner json;
  private final List<Item> items = new ArrayList<>();
  private JsonNode next = MissingNode.getInstance();
  private final int[] hidden = new int[HIDDEN.size()];
  private int hides;

  /** The name of a field, and how it stands there. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares names
  private record Name(String text, byte[] bytes, boolean hidden) {
    static Name of(String name) {
      return new Name(name, name.getBytes(UTF_8), HIDDEN.contains(name));
    }

    boolean stands(byte[] page, int from, int to) {
      return to - from == bytes.length && Arrays.equals(page, from, to, bytes, 0, bytes.length);
    }
  }

  private RawPage(byte[] page, Set<String> lookedAt) {
    this.page = page;
    this.lookedAt = lookedAt.stream().map(Name::of).toList();
    this.json = new Scanner(page);
  }

  /**
   * Empty where it is not the usual: {@code items} and perhaps a cursor, objects without escapes or
   * repetitions in the names that are looked at, all in one line.
   *
   * @param lookedAt names of fields, {@link #HIDDEN} among them
   */
  public static Optional<RawPage> read(byte[] page, Set<String> lookedAt) {
    var read = new RawPage(page, lookedAt);
    try {
      read.all();
    } catch (Unusual unusual) {
      return Optional.empty();
    }
    return read.json.isAscii() || Utf8.isValid(page) ? Optional.of(read) : Optional.empty();
  }

  public List<Item> items() {
    return items;
  }

  /** The cursor; missing where there is none. */
  public JsonNode next() {
    return next;
  }

  private void all() {
    int lists = 0;
    json.pass('{');
    do {
      int from = name();
      mustBe(!json.wasEscaped());
      String name = text(from, json.at() - 1);
      json.pass(':');
      switch (name) {
        case "items" -> {
          lists++;
          list();
        }
        case "next_starting_after" -> next = value();
        default -> json.value();
      }
    } while (json.goesOn('}'));
    if (lists != 1 || !json.isAtEnd()) {
      throw Unusual.HERE;
    }
  }

  private void list() {
    json.pass('[');
    if (!json.isEmpty(']')) {
      do {
        item();
      } while (json.goesOn(']'));
    }
  }

  private void item() {
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    hides = 0;
    json.pass('{');
    int from = json.at() - 1;
    if (json.isEmpty('}')) {
      mustBe(json.at() - from == 2);
    } else {
      do {
        field(seen);
      } while (json.goesOn('}'));
    }
    items.add(new RawItem(page, from, json.at(), seen, Arrays.copyOf(hidden, hides)));
  }

  private void field(ObjectNode seen) {
    int from = name();
    int to = json.at() - 1;
    if (json.wasEscaped()) {
      mustBe(!isLookedAt(Json.value(page, from - 1, to + 1).asText()));
    }
    json.pass(':');
    for (Name each : lookedAt) {
      if (each.stands(page, from, to)) {
        look(each, from, seen);
        return;
      }
    }
    json.value();
  }

  private void look(Name name, int at, ObjectNode seen) {
    mustBe(!seen.has(name.text()));
    if (name.hidden()) {
      hidden[hides++] = at;
    }
    seen.set(name.text(), value());
  }

  private boolean isLookedAt(String name) {
    return lookedAt.stream().anyMatch(each -> each.text().equals(name));
  }

  /** Passes a name; where it begins, behind its quote. */
  private int name() {
    json.next();
    int from = json.at() + 1;
    json.name();
    return from;
  }

  private JsonNode value() {
    json.next();
    int from = json.at();
    json.value();
    return page[from] == '"' && !json.wasEscaped()
        ? TextNode.valueOf(text(from + 1, json.at() - 1))
        : Json.value(page, from, json.at());
  }

  private String text(int from, int to) {
    return new String(page, from, to - from, UTF_8);
  }

  private static void mustBe(boolean usual) {
    if (!usual) {
      throw Unusual.HERE;
    }
  }
}
