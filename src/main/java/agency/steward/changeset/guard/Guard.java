package agency.steward.changeset.guard;

import agency.steward.changeset.plan.Change;
import java.util.Optional;

/** A rule that can refuse a change. Pure: whatever it decides by is in its arguments. */
public interface Guard {

  /** As it stands in {@code violations} and may be named in an override. */
  String rule();

  /** Refuses also where it cannot tell: what was not looked at proves nothing. */
  Optional<Violation> judge(Change change, GuardContext context);
}
