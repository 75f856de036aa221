package agency.steward.ledger;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who did it.
 *
 * @param principal {@code sub:…} of a caller, {@code steward} for what Steward does by itself
 * @param onBehalfOf for whom, where the principal acts for somebody else
 * @param roles fleet roles held at that moment, as in tokens
 */
public record Actor(String principal, Optional<String> onBehalfOf, SortedSet<String> roles) {
  /** Steward itself: recurring tasks, recovery. */
  public static final Actor STEWARD = of("steward", java.util.List.of());

  public Actor {
    roles = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }

  public static Actor of(String principal, Collection<String> roles) {
    return new Actor(principal, Optional.empty(), new TreeSet<>(roles));
  }

  /** Steward itself, for somebody who asked for it earlier. */
  public static Actor stewardFor(String principal) {
    return new Actor(STEWARD.principal(), Optional.of(principal), new TreeSet<>());
  }
}
