package agency.steward.access.grant;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** How much of a workspace is meant where somebody holds something in it. */
public sealed interface Narrowing {

  /** The whole workspace. */
  record Everything() implements Narrowing {}

  /**
   * Only the campaigns and accounts that carry one of these tags.
   *
   * @param labels the tags' labels as the workspace has them, never none: no label would read as no
   *     filter
   */
  record Tagged(Set<String> labels) implements Narrowing {
    public Tagged {
      labels = Set.copyOf(labels);
      if (labels.isEmpty()) {
        throw new IllegalArgumentException("narrowed to no tag at all");
      }
    }

    @Override
    public String toString() {
      return String.join(", ", new TreeSet<>(labels));
    }
  }

  /**
   * What several grants give together: the whole wins, tags unite.
   *
   * @param all at least one
   */
  static Narrowing union(Collection<Narrowing> all) {
    var labels = new TreeSet<String>();
    for (Narrowing each : all) {
      switch (each) {
        case Everything whole -> {
          return whole;
        }
        case Tagged tagged -> labels.addAll(tagged.labels());
      }
    }
    return new Tagged(labels);
  }
}
