package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Quota;
import agency.steward.instantly.pace.Standing;
import agency.steward.neighbour.Neighbours;
import java.util.UUID;

/**
 * One replica's side of the agreement. It keeps to a smaller share before it says so and to a
 * larger one only after that is written; what it says is never less than what it uses. One thread.
 */
final class Accord {
  private final UUID self;
  private final ShareRules rules;
  private final Pacing pacing;
  private final String process;
  private final Quota quota;
  private final Amount whole;
  private final Watch watch;
  private final Shares shares;
  private volatile Part part = Part.NONE;
  private volatile int replicas;
  private long beats;

  Accord(UUID self, ShareRules rules, Pacing pacing, Neighbours neighbours, long now) {
    this.self = self;
    this.rules = rules;
    this.pacing = pacing;
    this.process = neighbours.self();
    this.quota = pacing.quota();
    this.whole = quota.limits().whole();
    this.watch = new Watch(self, rules, whole.minute() > 0, neighbours);
    this.shares = new Shares(self, pacing.buckets(), whole);
    stop(now);
  }

  /** How many replicas are heard of, this one included. */
  int replicas() {
    return replicas;
  }

  /** What may be used of a second where nothing else is agreed. */
  double usualPart() {
    return part.second();
  }

  /** Of how many buckets something else is agreed. */
  int agreed() {
    return shares.agreed();
  }

  /**
   * What is to be written next.
   *
   * @param now a moment after the table was read
   */
  Proposal propose(Table table, long now) {
    lower(table.member(self).map(Member::part).orElse(Part.NONE));
    shares.keepTo(table);
    Draft draft = watch.judge(table, now);
    var parts = new Parts(draft.table(), self);
    replicas = parts.live();
    Part next = parts.next(part);
    lower(next);
    draft.put(self, new Member(nextBeat(), next, Stage.LIVE, process));
    boolean soon = divide(draft, next, now) || next.isLessThan(parts.target());
    return new Proposal(table, draft.table(), draft.shares(), soon);
  }

  private boolean divide(Draft draft, Part next, long now) {
    boolean soon = false;
    for (String bucket : shares.inQuestion(draft.table(), next.of(whole), now)) {
      soon |= shares.divide(bucket, draft, now);
    }
    boolean alone = draft.table().members().size() == 1;
    for (String bucket : draft.shares().keySet()) {
      if (shares.isQuiet(bucket, draft.table(), now) || alone) {
        draft.release(bucket);
      }
    }
    return soon;
  }

  /**
   * It has been written.
   *
   * @param sentAt a moment before it was
   */
  void agreed(Proposal done, long sentAt) {
    part = done.after().member(self).orElseThrow().part();
    lease(sentAt);
    shares.written(done);
    serve();
  }

  /** Nothing else has changed, but the others have heard of it. */
  void renewed(long sentAt) {
    lease(sentAt);
    serve();
  }

  private void lease(long from) {
    stand(from + rules.lease().toNanos(), from + rules.cutOff().toNanos(), rules.cutOffPart());
  }

  /** Each time: any of it may be what somebody waits for, and nobody else would tell them. */
  private void serve() {
    pacing.buckets().serveWaiting();
  }

  /** Another one each time. */
  long nextBeat() {
    return ++beats;
  }

  /** From now on it uses nothing. */
  void stop(long now) {
    part = Part.NONE;
    stand(now, now, 0);
  }

  private void stand(long until, long cutOffUntil, double cutOffPart) {
    quota.stand(new Standing.Leased(part.of(whole), until, cutOffUntil, cutOffPart));
  }

  private void lower(Part most) {
    if (most.isLessThan(part)
        && quota.standing() instanceof Standing.Leased(_, long until, long end, double rest)) {
      part = part.atMost(most);
      stand(until, end, rest);
    }
  }
}
