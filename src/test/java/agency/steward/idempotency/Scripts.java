package agency.steward.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the test resource does for a test, how often it did so, and what became of it. */
@ApplicationScoped
class Scripts implements Settlement {
  static final String KIND = "test.script";

  private final Map<String, Supplier<Response>> work = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
  private final Map<UUID, StoredAnswer> outcomes = new ConcurrentHashMap<>();
  private final Idempotency idempotency;

  Scripts(Idempotency idempotency) {
    this.idempotency = idempotency;
  }

  /** From now on, requests of this name do that. */
  void on(String name, Supplier<Response> does) {
    work.put(name, does);
  }

  Response run(String name) {
    runs.computeIfAbsent(name, ignored -> new AtomicInteger()).incrementAndGet();
    return work.get(name).get();
  }

  int runs(String name) {
    return runs.getOrDefault(name, new AtomicInteger()).get();
  }

  void bind(UUID intent) {
    QuarkusTransaction.requiringNew().run(() -> idempotency.bind(KIND, intent));
  }

  void outcome(UUID intent, StoredAnswer answer) {
    outcomes.put(intent, answer);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<StoredAnswer> settle(UUID id) {
    return Optional.ofNullable(outcomes.get(id));
  }
}
