package agency.steward.tag.carrier;

import agency.steward.web.ParameterText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The filters that are left to Instantly (facts.md 4.8). */
final class VendorQuery {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,4}");

  private VendorQuery() {}

  static Map<String, String> of(Optional<String> search, Optional<String> status) {
    var query = new TreeMap<String, String>();
    search.filter(text -> !text.isBlank()).ifPresent(text -> query.put("search", text));
    status.ifPresent(text -> query.put("status", number(text)));
    return query;
  }

  private static String number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw ParameterText.invalid("status", "status is one of Instantly's numbers, such as 1");
    }
    return text;
  }
}
