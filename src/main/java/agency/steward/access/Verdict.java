package agency.steward.access;

import java.util.List;

/**
 * Whether somebody may do something, and why.
 *
 * @param because sentences for a person: what allows it, or what is held and falls short
 */
public record Verdict(boolean allowed, List<String> because) {
  public Verdict {
    because = List.copyOf(because);
  }
}
