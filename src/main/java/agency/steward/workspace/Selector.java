package agency.steward.workspace;

import java.util.Map;

/**
 * A label selector in the full Kubernetes syntax: {@code tier=gold,region!=emea,client in (a,b)}.
 */
public final class Selector {
  private Selector() {}

  /**
   * Parses, or throws {@code INVALID_SELECTOR} naming the position. An empty selector is refused.
   */
  public static Selector parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  public boolean matches(Map<String, String> labels) {
    throw new UnsupportedOperationException(labels.toString());
  }
}
