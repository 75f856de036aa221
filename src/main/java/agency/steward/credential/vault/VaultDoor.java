package agency.steward.credential.vault;

import agency.steward.credential.CredentialConfig;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.api.secrets.kv2.VaultSecretsKV2;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way to Vault: few at a time, each for a short time only, and nobody while it is known to
 * be away. It tells the log when Vault goes and when it is back.
 */
final class VaultDoor {
  private static final Logger LOG = Logger.getLogger(VaultDoor.class);

  private final Supplier<VaultClient> client;
  private final String mount;
  private final Duration patience;
  private final Semaphore free;
  private final Circuit circuit;

  /** What the log was told last, so that a thousand workspaces do not tell it again. */
  private final AtomicReference<String> refusal = new AtomicReference<>("");

  VaultDoor(Supplier<VaultClient> client, CredentialConfig.Vault config, InstantSource clock) {
    this.client = client;
    this.mount = config.mount();
    this.patience = config.patience();
    this.free = new Semaphore(config.parallel());
    this.circuit = new Circuit(clock);
  }

  boolean isBroken() {
    return circuit.isBroken();
  }

  /**
   * @param call what to ask the KV engine
   * @param reading what its answer means
   */
  <T, R> Answer<R> ask(
      Function<VaultSecretsKV2, CompletionStage<T>> call,
      Function<@Nullable T, Answer<R>> reading) {
    if (!circuit.letsThrough()) {
      return new Answer.Away<>("Vault has not answered for a while.");
    }
    Answer<R> answer = enter(call, reading);
    switch (answer) {
      case Answer.Away<R>(String detail) when circuit.unanswered() ->
          LOG.warnf("%s Known keys are used from memory until it is back.", detail);
      case Answer.Away<R> away -> LOG.debugf("%s", away.detail());
      case Answer.Refused<R>(String detail) -> {
        if (!detail.equals(refusal.getAndSet(detail))) {
          LOG.warn(detail);
        }
        circuit.answered();
      }
      case Answer.Given<R> given -> back();
      case Answer.Absent<R> absent -> back();
      case Answer.Outdated<R> outdated -> back();
    }
    return answer;
  }

  private void back() {
    refusal.set("");
    if (circuit.answered()) {
      LOG.info("Vault is back.");
    }
  }

  private <T, R> Answer<R> enter(
      Function<VaultSecretsKV2, CompletionStage<T>> call,
      Function<@Nullable T, Answer<R>> reading) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Answer.Away<>("Too many requests wait for Vault.");
      }
      try {
        return await(call, reading);
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Away<>("Waiting for Vault was interrupted.");
    }
  }

  private <T, R> Answer<R> await(
      Function<VaultSecretsKV2, CompletionStage<T>> call, Function<@Nullable T, Answer<R>> reading)
      throws InterruptedException {
    try {
      CompletableFuture<T> coming =
          call.apply(client.get().secrets().kv2(mount)).toCompletableFuture();
      return reading.apply(coming.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return Fault.of(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | RuntimeException e) {
      return Fault.of(e);
    }
  }
}
