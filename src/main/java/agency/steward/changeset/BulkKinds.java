package agency.steward.changeset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/** The kinds of change sets that the features have plugged in. */
@ApplicationScoped
public class BulkKinds {
  private final Instance<BulkKind> all;

  BulkKinds(@Any Instance<BulkKind> all) {
    this.all = all;
  }

  /** Empty for a kind that this version of Steward does not know (any more). */
  public Optional<BulkKind> find(String name) {
    return all.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  public List<String> names() {
    return all.stream().map(BulkKind::name).sorted().toList();
  }
}
