package agency.steward.registration.asked;

import agency.steward.problem.Problem;
import agency.steward.workspace.label.LabelSyntax;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Labels by the rules of Kubernetes, each fault at its own pointer. */
final class Labels {
  private Labels() {}

  static Map<String, String> read(String pointer, Optional<Map<String, String>> labels) {
    Map<String, String> given = labels.orElse(Map.of());
    given.forEach((key, value) -> check(pointer, key, Optional.ofNullable(value)));
    return Map.copyOf(given);
  }

  static Set<String> keys(String pointer, Collection<String> keys) {
    for (String key : keys) {
      checkKey(pointer, Objects.requireNonNullElse(key, ""));
    }
    return new LinkedHashSet<>(keys);
  }

  static void check(String pointer, String key, Optional<String> value) {
    String at = JsonPointer.compile(pointer).appendProperty(key).toString();
    checkKey(at, key);
    String fault =
        value
            .map(LabelSyntax::faultOfValue)
            .orElse(Optional.of("A label needs a value; \"\" is one"))
            .orElse("");
    if (!fault.isEmpty()) {
      throw Problem.invalid(at, fault).thrown();
    }
  }

  static void checkKey(String pointer, String key) {
    LabelSyntax.faultOfKey(key)
        .ifPresent(fault -> {
          throw Problem.invalid(pointer, fault).thrown();
        });
  }
}
