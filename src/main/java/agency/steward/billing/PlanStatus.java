package agency.steward.billing;

import java.util.Locale;

/** How things stand with a workspace's plan; the better ones first. */
enum PlanStatus {
  /** Paid, and goes on. */
  ACTIVE,
  /** Paid, but ends. */
  CANCELLING,
  /** None, or it has ended. */
  LAPSED,
  /** Nobody could say. */
  UNKNOWN;

  /** As it stands in answers. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
