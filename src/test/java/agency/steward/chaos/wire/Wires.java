package agency.steward.chaos.wire;

import agency.steward.testing.Relay;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Both wires of one Steward: to PostgreSQL and to Instantly. */
public final class Wires implements AutoCloseable {
  private final Trap trap = new Trap();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final Relay postgres;
  private final Relay instantly;
  private volatile boolean planning = true;

  /**
   * @param postgresPort where PostgreSQL listens
   * @param instantlyPort where Instantly does
   */
  public Wires(int postgresPort, int instantlyPort) {
    postgres = Relay.to(postgresPort, () -> new PostgresTalk(trap.life()));
    instantly =
        Relay.to(instantlyPort, () -> new InstantlyTalk(trap.life(), this::step, calls::add));
  }

  public Trap trap() {
    return trap;
  }

  public int postgresPort() {
    return postgres.port();
  }

  public int instantlyPort() {
    return instantly.port();
  }

  /** Whatever is read from now on is read for a plan, or to carry it out. */
  public void planning(boolean planned) {
    planning = planned;
  }

  /** Everything that has reached Instantly since it was forgotten, in the order of the answers. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public void forget() {
    calls.clear();
    written.clear();
  }

  public void postgresGoesAway() {
    postgres.goAway();
  }

  public void postgresComesBack() {
    postgres.comeBack();
  }

  private Step step(HttpMessage request) {
    String key = InstantlyTalk.key(request);
    if (!request.method().equals("GET")) {
      written.add(key);
      return Step.WRITTEN;
    }
    if (request.path().endsWith("/workspaces/current")) {
      return Step.IDENTITY_ASKED;
    }
    if (planning) {
      return Step.PLAN_READ;
    }
    return written.contains(key) ? Step.READ_BACK : Step.COMPARED;
  }

  @Override
  public void close() {
    postgres.close();
    instantly.close();
  }
}
