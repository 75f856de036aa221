package agency.steward.instantly;

import agency.steward.instantly.pace.Buckets;
import agency.steward.instantly.share.Sharing;
import io.micrometer.core.instrument.MeterRegistry;

/** Who waits for quota, and what of it this replica has. */
record PaceMeters(MeterRegistry meters) {

  void of(Buckets buckets, Sharing sharing) {
    meters.gauge("steward.instantly.paced.workspaces", buckets, Buckets::size);
    meters.gauge("steward.instantly.calls.waiting.for.quota", buckets, Buckets::waiting);
    meters.gauge("steward.instantly.share.replicas", sharing, Sharing::replicas);
    meters.gauge("steward.instantly.share.usual.part", sharing, Sharing::usualPart);
    meters.gauge("steward.instantly.share.agreed.workspaces", sharing, Sharing::agreed);
  }
}
