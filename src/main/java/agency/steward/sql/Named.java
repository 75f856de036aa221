package agency.steward.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose values have names, such as {@code :id}, as JDBC takes it.
 *
 * @param names in the order of their question marks; one may stand there more than once
 */
record Named(String sql, List<String> names) {
  /** A text in quotes, in which a colon is a colon, or a name. */
  private static final Pattern TEXT_OR_NAME = Pattern.compile("'[^']*'|(?<![:\\w]):([a-zA-Z]\\w*)");

  static Named of(String sql) {
    var names = new ArrayList<String>();
    Matcher found = TEXT_OR_NAME.matcher(sql);
    String plain =
        found.replaceAll(match -> {
          if (match.group(1) == null) {
            return Matcher.quoteReplacement(match.group());
          }
          names.add(match.group(1));
          return "?";
        });
    return new Named(plain, List.copyOf(names));
  }
}
