package agency.steward.access;

import agency.steward.access.job.Area;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Verb;

/** What of a profile carries a right. */
@FunctionalInterface
interface Carrier {
  /** Holding any profile is enough. */
  Carrier ANY = profile -> true;

  /** No profile carries it; fleet roles only. */
  Carrier NONE = profile -> false;

  static Carrier of(Verb verb, Area area) {
    return profile -> profile.may(verb, area);
  }

  boolean carriedBy(Profile profile);
}
