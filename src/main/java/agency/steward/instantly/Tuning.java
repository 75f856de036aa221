package agency.steward.instantly;

import agency.steward.instantly.pace.Limits;
import agency.steward.instantly.send.RetryRules;
import agency.steward.instantly.share.ShareRules;
import agency.steward.instantly.wire.WireSettings;
import io.quarkus.runtime.configuration.MemorySize;
import java.util.Optional;

/** The configuration, in the shape that the parts of this room need. */
record Tuning(InstantlyConfig config) {

  WireSettings wire() {
    return new WireSettings(
        config.baseUrl(),
        config.userAgent(),
        config.connectTimeout(),
        config.keepAlive(),
        config.callsInFlight(),
        config.waitingCalls(),
        config.http2Connections(),
        Math.toIntExact(config.maxResponse().asLongValue()),
        orPartOfTheHeap(config.bodies()));
  }

  /** Bytes. */
  long lists() {
    return orPartOfTheHeap(config.lists());
  }

  private static long orPartOfTheHeap(Optional<MemorySize> bytes) {
    return bytes.map(MemorySize::asLongValue).orElseGet(() -> Runtime.getRuntime().maxMemory() / 4);
  }

  Limits limits() {
    InstantlyConfig.Pace pace = config.pace();
    return new Limits(
        pace.perSecond(), pace.perMinute(), pace.guard(), pace.maxGuard(), pace.recovery());
  }

  ShareRules share() {
    InstantlyConfig.Share share = config.share();
    return new ShareRules(share.beat(), share.lease(), share.cutOff(), share.cutOffPart());
  }

  RetryRules retries() {
    InstantlyConfig.Retry retry = config.retry();
    return new RetryRules(
        retry.most(),
        retry.base(),
        retry.cap(),
        retry.share(),
        retry.floor(),
        config.readTimeout());
  }
}
