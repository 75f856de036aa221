package agency.steward.apikey.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was probably meant by a word that is no scope. */
final class NearMiss {
  private static final int FARTHEST = 2;
  private static final int LONGEST = 64;

  /** What others call the five actions. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "view", "read",
          "get", "read",
          "list", "read",
          "add", "create",
          "write", "update",
          "edit", "update",
          "remove", "delete",
          "full", "all",
          "admin", "all");

  private static final Map<String, String> BY_SHAPE = byShape();

  private NearMiss() {}

  /** Two scopes never have one shape; a resource alone is taken for reading it. */
  private static Map<String, String> byShape() {
    var shapes = new HashMap<String, String>();
    Catalogue.resources().forEach(resource -> shapes.put(shape(resource), resource + ":read"));
    Catalogue.all().forEach(scope -> shapes.put(shape(scope), scope));
    return shapes;
  }

  /** The word itself never comes back: it may be anything, a key pasted into the wrong field. */
  static Optional<String> of(String word) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String shape = shape(word);
    return Optional.ofNullable(BY_SHAPE.get(shape))
        .or(() -> shape.contains("_") ? nearest(shape) : Optional.empty());
  }

  private static Optional<String> nearest(String shape) {
    return BY_SHAPE.entrySet().stream()
        .map(known -> Map.entry(known.getValue(), distance(shape, known.getKey())))
        .filter(known -> known.getValue() <= FARTHEST)
        .min(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /** Lower case, words in the singular, one kind of separator, Instantly's names of the actions. */
  private static String shape(String word) {
    List<String> words =
        Stream.of(word.toLowerCase(Locale.ROOT).replace("*", "all").split("[^a-z0-9]+"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.length() > 3 && part.endsWith("s") ? cut(part) : part)
            .toList();
    if (words.isEmpty()) {
      return "";
    }
    String last = words.getLast();
    return Stream.concat(
            words.subList(0, words.size() - 1).stream(),
            Stream.of(words.size() == 1 ? last : ALIASES.getOrDefault(last, last)))
        .collect(Collectors.joining("_"));
  }

  private static String cut(String part) {
    return part.endsWith("ies")
        ? part.substring(0, part.length() - 3) + "y"
        : part.substring(0, part.length() - 1);
  }

  /** How many letters are to be put in, taken out or exchanged (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
