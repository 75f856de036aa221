package agency.steward.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code If-Match} asks for. Weak tags match none (RFC 9110, 13.1.1).
 *
 * @param tags as they stand there, with their quotes; empty where anything will do
 */
public record IfMatch(Optional<Set<String>> tags) {

  /**
   * @param header the header's value; without one, or with {@code *}, anything will do
   */
  public static IfMatch of(Optional<String> header) {
    return new IfMatch(
        header.map(String::strip).filter(sent -> !sent.equals("*")).map(IfMatch::read));
  }

  /**
   * @param tag what the resource is tagged with now, without quotes
   */
  public boolean allows(String tag) {
    return tags.map(wanted -> wanted.contains("\"" + tag + "\"")).orElse(true);
  }

  private static Set<String> read(String header) {
    return Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
  }
}
