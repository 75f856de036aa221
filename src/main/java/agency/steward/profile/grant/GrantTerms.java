package agency.steward.profile.grant;

import agency.steward.access.grant.Grant;
import agency.steward.access.grant.GrantId;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.grant.Principal;
import agency.steward.access.grant.Reach;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether what is asked for can be granted; every fault is named at once. */
@ApplicationScoped
class GrantTerms {
  static final String PRINCIPAL =
      "principal is sub:…, email:… or group:…: the kind stands in front, so that a group named like"
          + " an address is not that person";

  private final Profiles profiles;
  private final ReachTerms reaches;
  private final Clock clock;

  GrantTerms(Profiles profiles, ReachTerms reaches, Clock clock) {
    this.profiles = profiles;
    this.reaches = reaches;
    this.clock = clock;
  }

  /**
   * The grant that is asked for.
   *
   * @param by who grants it
   * @throws ProblemException {@code VALIDATION_FAILED} naming the fields, {@code INVALID_SELECTOR}
   */
  Grant read(GrantBody body, String by) {
    var faults = new Faults();
    Instant now = clock.instant();
    Optional<Principal> principal = principal(body, faults);
    Optional<String> profile = profile(body, faults);
    Optional<Reach> reach = reaches.read(body, faults);
    Narrowing narrowing = TagTerms.read(body, faults);
    body.expiresAt()
        .filter(ends -> !ends.isAfter(now))
        .ifPresent(past -> faults.add("/expires_at", "expires_at has passed already"));
    faults.check();
    return new Grant(
        new GrantId(Ids.next()),
        principal.orElseThrow(),
        profile.orElseThrow(),
        reach.orElseThrow(),
        narrowing,
        body.expiresAt(),
        by,
        now);
  }

  private static Optional<Principal> principal(GrantBody body, Faults faults) {
    Optional<Principal> principal = body.principal().flatMap(Principal::parse);
    if (principal.isEmpty()) {
      faults.add("/principal", PRINCIPAL);
    }
    return principal;
  }

  private Optional<String> profile(GrantBody body, Faults faults) {
    Optional<String> profile = body.profile().flatMap(profiles::find).map(Profile::name);
    if (profile.isEmpty()) {
      faults.add(
          "/profile",
          "profile is one of "
              + profiles.all().stream().map(Profile::name).collect(Collectors.joining(", ")));
    }
    return profile;
  }
}
