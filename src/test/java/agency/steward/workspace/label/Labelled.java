package agency.steward.workspace.label;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Labels and requirements for property tests, from a vocabulary so small that they often meet. The
 * words of the grammar are in it, since they may be keys and values too.
 */
public final class Labelled {
  private static final List<String> KEYS =
      List.of("tier", "in", "notin", "acme.example/region", "a-b_c.d");
  private static final List<String> VALUES = List.of("", "gold", "in", "emea", "1.16E-20");

  private Labelled() {}

  public static Arbitrary<Map<String, String>> labels() {
    return Arbitraries.maps(Arbitraries.of(KEYS), Arbitraries.of(VALUES)).ofMaxSize(4);
  }

  public static Arbitrary<List<Requirement>> requirements() {
    return requirement().list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<Requirement> requirement() {
    Arbitrary<String> key = Arbitraries.of(KEYS);
    Arbitrary<String> value = Arbitraries.of(VALUES);
    Arbitrary<List<String>> values = value.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        Combinators.combine(key, value).as(Requirement.Equal::new),
        Combinators.combine(key, value).as(Requirement.NotEqual::new),
        Combinators.combine(key, values).as(Requirement.In::new),
        Combinators.combine(key, values).as(Requirement.NotIn::new),
        key.map(Requirement.Exists::new),
        key.map(Requirement.Absent::new));
  }
}
