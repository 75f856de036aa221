package agency.steward.changeset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/** The kinds that the features have plugged in. */
@ApplicationScoped
public class ChangeKinds {
  private final Instance<ChangeKind> all;

  ChangeKinds(Instance<ChangeKind> all) {
    this.all = all;
  }

  /** Empty for a kind that this version of Steward does not know (any more). */
  public Optional<ChangeKind> find(String name) {
    return all.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  public List<String> names() {
    return all.stream().map(ChangeKind::name).toList();
  }

  /** Empty where nobody knows a way back from what that kind does. */
  public Optional<Reversible> reversible(String name) {
    return find(name).filter(Reversible.class::isInstance).map(Reversible.class::cast);
  }
}
