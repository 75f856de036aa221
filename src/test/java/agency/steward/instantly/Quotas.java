package agency.steward.instantly;

import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;

/** What quotas were used for. */
@ApplicationScoped
public class Quotas {
  private final Instantly instantly;

  Quotas(Instantly instantly) {
    this.instantly = instantly;
  }

  /** How many calls that let others go first were taken from this workspace's quota so far. */
  public long bulk(Workspace of) {
    return instantly.buckets().at(of.instantlyId().value()).look(System.nanoTime()).bulkEver();
  }
}
