package agency.steward.changeset.guard;

import agency.steward.changeset.plan.Change;
import java.util.List;
import java.util.stream.Stream;

/** All guards together. */
public final class Judgement {
  private static final Guard IDENTITY = new IdentityGuard();

  private Judgement() {}

  /**
   * @param own the guards that the kind brings besides the engine's
   * @return every violation; empty means that the change may be made
   */
  public static List<Violation> of(Change change, GuardContext context, List<Guard> own) {
    return Stream.concat(Stream.of(IDENTITY), own.stream())
        .flatMap(guard -> guard.judge(change, context).stream())
        .toList();
  }
}
