package agency.steward.instantly.share;

import agency.steward.instantly.pace.Callers;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.pace.Ticker;
import agency.steward.neighbour.Neighbours;
import java.util.UUID;

/** One process of a {@link World}: its clock starts anywhere and does not run quite like others. */
final class Replica implements Ticker {
  private static final double DRIFT = 0.0002;

  final World world;
  final Pacing pacing;
  final Callers callers;
  final Accord accord;
  final UUID id;
  long calls;
  private final Farewell farewell;
  private final int machine;
  private final long offset;
  private final double rate;
  private boolean dead;
  private boolean cutOff;
  private boolean stopped;
  private long frozenUntil;
  private boolean beating;
  private boolean wanted;
  private long began;
  private int cycle;

  /**
   * @param machine on which it runs; of those of another one it sees nothing
   */
  Replica(World world, int machine) {
    this.world = world;
    this.offset = world.random.nextLong(4 * World.SECOND) - 2 * World.SECOND;
    this.rate = 1 + DRIFT * (2 * world.random.nextDouble() - 1);
    this.machine = machine;
    this.id = new UUID(world.random.nextLong(), world.random.nextLong());
    this.pacing = new Pacing(world.limits, this);
    this.accord = new Accord(id, World.RULES, pacing, new OfMachine(), now());
    this.farewell = new Farewell(id, pacing.buckets());
    this.callers = new Callers(pacing, this, this::after, this::sent);
    pacing.quota().onShort(this::hurry);
    beat();
  }

  /** Sees who of the same machine is dead; the others may be anything. */
  private final class OfMachine implements Neighbours {
    @Override
    public String self() {
      return id.toString();
    }

    @Override
    public boolean hasEnded(String process) {
      return world.replicas.stream()
          .filter(other -> other.machine == machine && other.dead)
          .anyMatch(other -> other.id.toString().equals(process));
    }
  }

  @Override
  public long now() {
    return offset + (long) (world.time.now() * rate);
  }

  @Override
  public void at(long nanos, Runnable run) {
    schedule((long) Math.ceil((nanos - offset) / rate) + 1, run);
  }

  void after(long nanos, Runnable run) {
    schedule(world.time.now() + nanos, run);
  }

  private void schedule(long at, Runnable run) {
    world.time.at(
        at,
        () -> {
          if (world.time.now() < frozenUntil) {
            schedule(frozenUntil, run);
          } else if (!dead) {
            run.run();
          }
        });
  }

  void die() {
    dead = true;
  }

  void freeze(double seconds) {
    frozenUntil = world.time.now() + (long) (seconds * World.SECOND);
  }

  void cutOff(boolean from) {
    cutOff = from;
  }

  void leave() {
    stopped = true;
    cycle++;
    accord.stop(now());
    Table table = world.table();
    Table without = farewell.without(table, farewell.isIdle(now()));
    world.write(new Proposal(table, without, java.util.Map.of(), false));
  }

  private void sent(String bucket) {
    calls++;
    world.sent(bucket);
  }

  /** As many as that call without a pause until then. */
  void busy(String bucket, Priority priority, int many, double until) {
    for (int i = 0; i < many; i++) {
      again(bucket, priority, until);
    }
  }

  private void again(String bucket, Priority priority, double until) {
    if (world.time.now() < until * World.SECOND && !stopped) {
      callers.call(bucket, priority, onTheWay(), () -> again(bucket, priority, until));
    }
  }

  /** Somebody who reads, looks for a while at what they have got, and reads again. */
  void reads(String bucket, double pause, double until) {
    if (world.time.now() < until * World.SECOND) {
      callers.call(
          bucket,
          Priority.INTERACTIVE,
          onTheWay(),
          () -> after((long) (pause * World.SECOND), () -> reads(bucket, pause, until)));
    }
  }

  private long onTheWay() {
    return world.random.nextLong(2 * World.MS);
  }

  void call(String bucket, Priority priority) {
    if (!dead && !stopped) {
      callers.call(bucket, priority, onTheWay(), () -> {});
    }
  }

  private void hurry() {
    wanted = true;
    if (!beating) {
      int now = cycle;
      schedule(
          Math.max(world.time.now(), began + World.RULES.soon().toNanos()),
          () -> {
            if (now == cycle) {
              beat();
            }
          });
    }
  }

  private long latency() {
    return world.random.nextInt(20) == 0
        ? world.random.nextLong(400 * World.MS)
        : 200_000 + world.random.nextLong(3 * World.MS);
  }

  private boolean isAway() {
    return cutOff || world.isAway();
  }

  private void beat() {
    beating = true;
    wanted = false;
    began = world.time.now();
    int mine = ++cycle;
    after(
        latency(),
        () -> {
          if (isAway()) {
            rest(mine, false);
          } else {
            Table table = world.table();
            after(latency(), () -> propose(mine, table));
          }
        });
  }

  private void propose(int mine, Table table) {
    if (mine != cycle || stopped) {
      return;
    }
    Proposal proposal = accord.propose(table, now());
    long sentAt = now();
    boolean answerLost = world.random.nextInt(50) == 0;
    long way = answerLost ? world.random.nextLong(3 * World.SECOND) : latency();
    if (answerLost) {
      rest(mine, true);
    }
    // On the way to the database it does not matter any more what becomes of its sender.
    world.time.at(
        world.time.now() + way,
        () -> {
          boolean away = isAway();
          boolean written = !away && world.write(proposal);
          if (!answerLost) {
            after(latency(), () -> answered(mine, proposal, sentAt, written, away));
          }
        });
  }

  private void renew(int mine) {
    long sentAt = now();
    long beat = accord.nextBeat();
    world.time.at(
        world.time.now() + latency(),
        () -> {
          boolean renewed = !isAway() && world.renew(id, beat);
          after(
              latency(),
              () -> {
                if (mine == cycle && !stopped) {
                  if (renewed) {
                    accord.renewed(sentAt);
                  }
                  rest(mine, !isAway());
                }
              });
        });
  }

  private void answered(int mine, Proposal proposal, long sentAt, boolean written, boolean away) {
    if (mine == cycle && !stopped) {
      if (written) {
        accord.agreed(proposal, sentAt);
        rest(mine, proposal.soon());
      } else if (away) {
        rest(mine, false);
      } else {
        renew(mine);
      }
    }
  }

  private void rest(int mine, boolean soon) {
    beating = false;
    long pause = soon ? World.RULES.soon().toNanos() : World.RULES.beat().toNanos();
    schedule(
        began + pause,
        () -> {
          if (mine == cycle && !stopped) {
            beat();
          }
        });
    if (wanted) {
      hurry();
    }
  }
}
