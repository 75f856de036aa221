package agency.steward.tag.change.assignment;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of many, for a person to read. */
final class Some {
  private Some() {}

  /**
   * Such as {@code VIP, West and 3 more}.
   *
   * @param most so many are named
   */
  static String of(Collection<String> names, int most) {
    String first = names.stream().limit(most).collect(Collectors.joining(", "));
    return names.size() > most ? first + " and %d more".formatted(names.size() - most) : first;
  }
}
