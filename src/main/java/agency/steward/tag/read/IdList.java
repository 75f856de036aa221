package agency.steward.tag.read;

import agency.steward.web.ParameterText;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A query parameter with ids, repeated or separated by commas. An empty one is refused: if it
 * counted as absent, the answer would contain more than was asked for.
 */
public final class IdList {
  private static final int MOST = 100;

  private IdList() {}

  /** Each once; empty where the parameter is not there. Throws {@code INVALID_PARAMETER}. */
  public static Set<String> of(String name, List<String> values) {
    var ids = new LinkedHashSet<String>();
    for (String value : values) {
      Arrays.stream(value.split(",", -1)).map(String::strip).forEach(ids::add);
    }
    if (ids.contains("")) {
      throw ParameterText.invalid(name, name + " is empty; leave it out to ask for everything");
    }
    if (ids.size() > MOST) {
      throw ParameterText.invalid(name, "%s has at most %d ids".formatted(name, MOST));
    }
    return ids;
  }
}
