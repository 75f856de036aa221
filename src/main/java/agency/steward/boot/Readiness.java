package agency.steward.boot;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the configuration lacks, and what in it is dangerous; each a line for the person who starts
 * Steward. Values are never part of a line, since some are secrets.
 *
 * @param missing has to be set
 * @param refused has to be changed
 * @param warned should be changed
 */
public record Readiness(List<String> missing, List<String> refused, List<String> warned) {

  public Readiness {
    missing = List.copyOf(missing);
    refused = List.copyOf(refused);
    warned = List.copyOf(warned);
  }

  public static Readiness of(Settings settings) {
    return new Readiness(
        Needed.missing(settings), Danger.refused(settings), Danger.warned(settings));
  }

  public boolean mayStart() {
    return missing.isEmpty() && refused.isEmpty();
  }

  /** Why it may not start. */
  public List<String> obstacles() {
    return Stream.concat(missing.stream(), refused.stream()).toList();
  }
}
