package agency.steward.changeset.settle;

import agency.steward.changeset.ChangeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** The kinds that the features have plugged in. */
@ApplicationScoped
class Kinds {
  private final Instance<ChangeKind> all;

  Kinds(Instance<ChangeKind> all) {
    this.all = all;
  }

  /** Empty for a kind that this version of Steward does not know (any more). */
  Optional<ChangeKind> find(String name) {
    return all.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
