package agency.steward.instantly.share;

import java.util.Map;
import java.util.UUID;

/** What one replica may use of every bucket of which nothing is agreed. */
final class Parts {
  private final int live;
  private final Part others;
  private final Part target;

  Parts(Table table, UUID self) {
    int count = 1;
    Part silent = Part.NONE;
    Part all = Part.NONE;
    for (Map.Entry<UUID, Member> entry : table.members().entrySet()) {
      if (!entry.getKey().equals(self)) {
        Member member = entry.getValue();
        all = all.plus(member.part());
        silent = member.isLive() ? silent : silent.plus(member.part());
        count += member.isLive() ? 1 : 0;
      }
    }
    live = count;
    others = all;
    target = Part.ALL.minus(silent).times(1.0 / count, 1.0 / count);
  }

  /** How many replicas are heard of, itself included. */
  int live() {
    return live;
  }

  /** The same for all that are heard of. */
  Part target() {
    return target;
  }

  /** Less at once; more only as far as the others have become less. */
  Part next(Part present) {
    return present.atMost(target).atLeast(target.atMost(Part.ALL.minus(others)));
  }
}
