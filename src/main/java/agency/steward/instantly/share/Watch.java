package agency.steward.instantly.share;

import agency.steward.neighbour.Neighbours;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Notices who is not heard of any more: by how long a replica's beat has not changed, on this
 * replica's own monotonic clock. So no clock is compared with another. Of a process of the same
 * machine it can be certain sooner. Not thread-safe.
 */
final class Watch {
  private record Heard(long beat, long at) {}

  private final Map<UUID, Heard> heard = new HashMap<>();
  private final UUID self;
  private final ShareRules rules;
  private final boolean minuteBinds;
  private final Neighbours neighbours;

  Watch(UUID self, ShareRules rules, boolean minuteBinds, Neighbours neighbours) {
    this.self = self;
    this.rules = rules;
    this.minuteBinds = minuteBinds;
    this.neighbours = neighbours;
  }

  /**
   * Takes from the silent what they cannot be using any more.
   *
   * @param now a moment after the table was read
   */
  Draft judge(Table table, long now) {
    var draft = new Draft(table);
    heard.keySet().retainAll(table.members().keySet());
    table
        .members()
        .forEach((id, member) -> {
          if (!id.equals(self)) {
            judge(draft, id, member, silence(id, member, now));
          }
        });
    return draft;
  }

  private long silence(UUID id, Member member, long now) {
    Heard last = heard.get(id);
    if (last == null || last.beat() != member.beat()) {
      heard.put(id, new Heard(member.beat(), now));
      return 0;
    }
    return now - last.at();
  }

  private void judge(Draft draft, UUID id, Member member, long silence) {
    boolean left = member.stage() == Stage.LEFT;
    if (silence >= rules.silenceOfTheGone(left, minuteBinds)) {
      draft.remove(id);
    } else if (!left && silence > 0 && neighbours.hasEnded(member.process())) {
      draft.put(id, member.leaving());
    } else if (!left) {
      advance(draft, id, member.stage(), silence);
    }
  }

  private void advance(Draft draft, UUID id, Stage from, long silence) {
    double part = rules.cutOffPart();
    Stage stage = from;
    if (stage == Stage.LIVE && silence >= rules.silenceOfTheLapsed()) {
      stage = Stage.LAPSED;
      draft.shrink(id, stage, part, 1);
    }
    if (stage == Stage.LAPSED && silence >= rules.silenceOfTheSettled()) {
      draft.shrink(id, Stage.SETTLED, 1, part);
    }
  }
}
