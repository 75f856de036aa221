package agency.steward.sandbox.behaviour;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants of an enum as the words of a rule. */
final class Words {
  private Words() {}

  static <E extends Enum<E>> List<String> of(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
