package agency.steward.chaos;

import agency.steward.chaos.wire.Step;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What is being done when Steward is ended. Each run gets clients of its own. */
enum Errand {
  ROLES(agency -> SetTask.of(agency, "role_change", Wanted.ROLES)),
  REMOVALS(agency -> SetTask.of(agency, "remove", Wanted.REMOVALS)),
  INVITATIONS(agency -> SetTask.of(agency, "invite", Wanted.INVITATIONS)),
  KEYS(agency -> SetTask.of(agency, "key_create", Wanted.KEYS)),
  UNDO(SetTask::undoing),
  ONE_ROW(OneRowTask::inviting),
  ONE_KEY(OneRowTask::makingAKey);

  private static final List<Step> OF_ONE_ROW =
      List.of(
          Step.IDENTITY_ASKED,
          Step.WRITTEN,
          Step.READ_BACK,
          Step.ONE_INTENT_STORED,
          Step.ONE_RESULT_STORED);

  private final Function<Agency, Task> begin;

  Errand(Function<Agency, Task> begin) {
    this.begin = begin;
  }

  Task begin(Agency agency) {
    return begin.apply(agency);
  }

  /** Whether it goes that way. */
  boolean takes(Step step) {
    return switch (this) {
      case ONE_ROW, ONE_KEY -> OF_ONE_ROW.contains(step);
      case ROLES -> !isOfOneRow(step);
      case REMOVALS, INVITATIONS, KEYS, UNDO -> !isOfOneRow(step) && step != Step.GROUND_HELD;
    };
  }

  private static boolean isOfOneRow(Step step) {
    return step == Step.ONE_INTENT_STORED || step == Step.ONE_RESULT_STORED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
