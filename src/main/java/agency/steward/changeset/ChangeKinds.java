package agency.steward.changeset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds that the features have plugged in; asked for once, since each row has one. */
@ApplicationScoped
public class ChangeKinds {
  private final Instance<ChangeKind> all;
  private volatile Map<String, ChangeKind> known = Map.of();

  ChangeKinds(Instance<ChangeKind> all) {
    this.all = all;
  }

  /** Empty for a kind that this version of Steward does not know (any more). */
  public Optional<ChangeKind> find(String name) {
    if (known.isEmpty()) {
      known = all.stream().collect(Collectors.toMap(ChangeKind::name, kind -> kind));
    }
    return Optional.ofNullable(known.get(name));
  }

  public List<String> names() {
    return all.stream().map(ChangeKind::name).toList();
  }

  /** Empty where nobody knows a way back from what that kind does. */
  public Optional<Reversible> reversible(String name) {
    return find(name).filter(Reversible.class::isInstance).map(Reversible.class::cast);
  }
}
