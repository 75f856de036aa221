package agency.steward.chaos.wire;

import agency.steward.testing.Conversation;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** Instantly's API over HTTP/1.1: what arrives there is held before it has an effect, or after. */
final class InstantlyTalk implements Conversation {
  private final Trap.Life life;
  private final Function<HttpMessage, Step> steps;
  private final Consumer<Call> calls;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

  /** What is waiting for its answer. */
  private record Asked(HttpMessage message, Step step, long at) {}

  InstantlyTalk(Trap.Life life, Function<HttpMessage, Step> steps, Consumer<Call> calls) {
    this.life = life;
    this.steps = steps;
    this.calls = calls;
  }

  @Override
  public void asking(DataInputStream steward, OutputStream other) throws IOException {
    Optional<HttpMessage> next = HttpMessage.read(steward, false);
    while (next.isPresent()) {
      HttpMessage message = next.get();
      Step step = steps.apply(message);
      life.reached(new Moment(Set.of(step), Side.BEFORE));
      asked.add(new Asked(message, step, System.nanoTime()));
      send(message, other);
      next = HttpMessage.read(steward, false);
    }
  }

  @Override
  public void answering(DataInputStream other, OutputStream steward) throws IOException {
    Optional<HttpMessage> next = HttpMessage.read(other, false);
    while (next.isPresent()) {
      Asked about = asked.remove();
      calls.accept(call(about, next.get().status()));
      life.reached(new Moment(Set.of(about.step()), Side.AFTER));
      send(next.get(), steward);
      next = HttpMessage.read(other, false);
    }
  }

  private static void send(HttpMessage message, OutputStream to) throws IOException {
    to.write(message.head());
    to.write(message.body());
    to.flush();
  }

  private static Call call(Asked asked, int status) {
    HttpMessage message = asked.message();
    return new Call(
        key(message),
        message.method(),
        message.path(),
        message.bodyText(),
        status,
        asked.at(),
        System.nanoTime());
  }

  static String key(HttpMessage message) {
    return message.header("authorization").orElse("").replace("Bearer ", "");
  }
}
