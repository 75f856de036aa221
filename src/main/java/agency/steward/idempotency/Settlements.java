package agency.steward.idempotency;

import agency.steward.idempotency.kept.Intent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** The rooms' settlements by kind. */
@ApplicationScoped
class Settlements {
  private final Instance<Settlement> all;

  Settlements(Instance<Settlement> all) {
    this.all = all;
  }

  Optional<StoredAnswer> settle(Intent intent) {
    return of(intent.kind()).settle(intent.id());
  }

  /** Fails where nobody could ever say what became of an intent of this kind. */
  Settlement of(String kind) {
    return all.stream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Settlement is of the kind " + kind));
  }
}
