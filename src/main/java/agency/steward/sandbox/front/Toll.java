package agency.steward.sandbox.front;

import agency.steward.sandbox.behaviour.RetryAfter;
import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.behaviour.Settings;
import agency.steward.sandbox.behaviour.Switchboard;
import agency.steward.sandbox.call.Refusal;
import agency.steward.sandbox.limit.Limits;
import agency.steward.sandbox.limit.Quota;
import agency.steward.sandbox.world.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Takes the rate limit of a call (facts.md 2). */
final class Toll {
  private static final int SECOND = 1_000;

  private final Switchboard switchboard;
  private final Limits limits;

  Toll(Switchboard switchboard, Limits limits) {
    this.switchboard = switchboard;
    this.limits = limits;
  }

  void charge(Visit visit, Place home, Place place) {
    Quota.Verdict verdict =
        home == place
            ? home.quota().charge(visit.atMs, limits(visit.settings))
            : delegated(visit, home, place);
    visit.atMs = verdict.at();
    if (!verdict.passed()) {
      visit.limit(retryAfter(visit.settings.get(Setting.RETRY_AFTER), verdict));
      throw new Refusal(429, "Rate limit exceeded");
    }
  }

  private Quota.Verdict delegated(Visit visit, Place home, Place place) {
    Settings ofAdmin = switchboard.of(home.id(), visit.method, visit.path);
    Limits admins = limits(ofAdmin);
    Limits subs = limits(visit.settings);
    return switch (visit.settings.over(ofAdmin).get(Setting.DELEGATED_CHARGE)) {
      case ADMIN -> home.quota().charge(visit.atMs, admins);
      case SUB -> place.quota().charge(visit.atMs, subs);
      case BOTH -> home.quota().chargeBoth(place.quota(), visit.atMs, admins, subs);
    };
  }

  private Limits limits(Settings settings) {
    return settings.get(Setting.LIMITS).orElse(limits);
  }

  private static String retryAfter(RetryAfter form, Quota.Verdict verdict) {
    int seconds = (verdict.waitMs() + SECOND - 1) / SECOND;
    return switch (form) {
      case ABSENT -> "";
      case SECONDS -> String.valueOf(seconds);
      case DATE ->
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              Instant.ofEpochMilli(verdict.at() + (long) SECOND * seconds)
                  .atOffset(ZoneOffset.UTC));
    };
  }
}
