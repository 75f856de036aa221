package agency.steward.chaos.wire;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sees every moment on the wires of one Steward, one at a time, and may do something at one of
 * them.
 */
public final class Trap {
  private static final Runnable NOTHING = () -> {};
  private final Map<Step, int[]> counted = new EnumMap<>(Step.class);
  private Predicate<Moment> where = moment -> false;
  private Runnable spring = NOTHING;
  private boolean deadly;
  private int left;
  private int life;
  private int moments;

  /** At the nth such moment this is done once; what is under way goes on, and so does Steward. */
  public synchronized void set(Predicate<Moment> at, int nth, Runnable what) {
    deadly = false;
    where = at;
    left = nth;
    spring = what;
  }

  /** At the nth such moment Steward is ended by this, and nothing that it has said goes on. */
  public synchronized void setDeadly(Predicate<Moment> at, int nth, Runnable end) {
    set(at, nth, end);
    deadly = true;
  }

  public synchronized void disarm() {
    spring = NOTHING;
  }

  /** Forgets what it has counted. */
  public synchronized void countAnew() {
    moments = 0;
    counted.clear();
  }

  public synchronized int moments() {
    return moments;
  }

  /** How often it has seen this. */
  public synchronized int counted(Step step, Side side) {
    return counted.getOrDefault(step, new int[2])[side.ordinal()];
  }

  /** Whoever talks from now on, until the trap springs. */
  synchronized Life life() {
    return new Life(life);
  }

  /** Of a Steward between two kills. */
  final class Life {
    private final int mine;

    private Life(int mine) {
      this.mine = mine;
    }

    void reached(Moment moment) throws IOException {
      Trap.this.reached(moment, mine);
    }
  }

  private synchronized void reached(Moment moment, int mine) throws IOException {
    checkAlive(mine);
    moments++;
    for (Step step : moment.steps()) {
      counted.computeIfAbsent(step, any -> new int[2])[moment.side().ordinal()]++;
    }
    if (spring != NOTHING && where.test(moment) && --left == 0) {
      life += deadly ? 1 : 0;
      Runnable what = spring;
      spring = NOTHING;
      what.run();
    }
    checkAlive(mine);
  }

  private void checkAlive(int mine) throws IOException {
    if (mine != life) {
      throw new IOException("whoever said this is dead");
    }
  }
}
