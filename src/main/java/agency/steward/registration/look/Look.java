package agency.steward.registration.look;

import agency.steward.workspace.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What one look at a registered workspace has shown.
 *
 * @param name Instantly's name of it, where the workspace answered
 */
record Look(List<Condition> conditions, Optional<String> name) {
  Look {
    conditions = List.copyOf(conditions);
  }

  static Look of(Condition... conditions) {
    return new Look(List.of(conditions), Optional.empty());
  }
}
