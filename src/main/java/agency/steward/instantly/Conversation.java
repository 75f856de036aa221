package agency.steward.instantly;

import agency.steward.instantly.Begun.InHand;
import agency.steward.instantly.body.Complaint;
import agency.steward.instantly.body.Json;
import agency.steward.instantly.door.Route;
import agency.steward.instantly.send.Outcome;
import agency.steward.instantly.send.Terms;
import agency.steward.instantly.wire.Answer.Lost;
import agency.steward.instantly.wire.Answer.Reply;
import agency.steward.instantly.wire.Ask;
import agency.steward.instantly.wire.Last;
import agency.steward.instantly.wire.Permit;
import agency.steward.workspace.InstantlyWorkspaceId;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** What one bound client says to Instantly: every call ends in a 2xx or in an exception. */
final class Conversation {
  private static final int UNAUTHORIZED = 401;
  private static final Duration FORESIGHT = Duration.ofSeconds(30);
  private static final Duration NO_ROOM = Duration.ofSeconds(1);

  /** A 2xx, and the way on which it came. */
  record Heard(Reply reply, Route way) {}

  private final Shared shared;
  private final Visit visit;
  private final Faults faults;
  private volatile @Nullable Route route;
  private @Nullable InHand inHand;

  Conversation(Shared shared, Visit visit) {
    this.shared = shared;
    this.visit = visit;
    this.faults = new Faults(visit.door());
  }

  /** One whose first call was made already. */
  Conversation(Shared shared, Visit visit, InHand first) {
    this(shared, visit);
    this.route = first.way();
    this.inHand = first;
  }

  Reply ask(Call call) {
    return hear(call).reply();
  }

  /** The time that is left for all of it. */
  Duration left() {
    return visit.deadline().left();
  }

  /** What has come, and was not asked for yet, would have to be asked for again. */
  void drop() {
    Last.letGo();
    Optional.ofNullable(inHand).ifPresent(first -> first.over().run());
    inHand = null;
  }

  Faults faults() {
    return faults;
  }

  boolean isDelegated() {
    return route().isDelegated();
  }

  private Heard hear(Call call) {
    Route way = wayFor(call);
    Reply reply = reply(call, way);
    if (reply.status() == UNAUTHORIZED && !isAboutScope(reply, way) && isNewWay(way)) {
      way = wayFor(call);
      reply = reply(call, way);
    }
    if (!reply.isOk()) {
      throw new SecondLook(this, shared.findings(), visit.door(), way).at(call, reply);
    }
    return new Heard(reply, way);
  }

  private Route wayFor(Call call) {
    if (call.isWrite()) {
      proveIdentity();
    }
    return route();
  }

  private static boolean isAboutScope(Reply reply, Route way) {
    return Complaint.read(reply.body(), way.key()).filter(Complaint::isAboutScope).isPresent();
  }

  /** After a 401: another replica may have exchanged the credential. */
  private boolean isNewWay(Route refused) {
    Route now = shared.keyring().again(visit.door());
    route = now;
    return now.differsFrom(refused);
  }

  private Route route() {
    Route known = route;
    if (known == null) {
      known = shared.keyring().route(visit.door());
      route = known;
    }
    return known;
  }

  /** Whatever Instantly replies; an exception where it does not. */
  Reply reply(Call call, Route way) {
    Permit permit = call.equals(Call.CURRENT) ? visit.permit().ofAnotherCall() : visit.permit();
    var terms = new Terms(way.charged(), visit.priority(), visit.deadline().nanos(), permit);
    return switch (outcome(call, call.by(way), terms)) {
      case Outcome.Done(Reply reply) -> reply;
      case Outcome.Done(Lost lost) -> throw lost(lost, call);
      case Outcome.Held(var retryAfter, var byInstantly) ->
          throw faults.of(
              new InstantlyFailure.RateLimited(retryAfter), byInstantly ? 429 : 0, false);
    };
  }

  private Outcome outcome(Call call, Ask ask, Terms terms) {
    InHand first = inHand;
    if (first != null && first.call().equals(call)) {
      inHand = null;
      Last.keep(first.over());
      return shared.sender().goOn(ask, terms, first.answer());
    }
    mayWait();
    return shared.sender().send(ask, terms);
  }

  private static void mayWait() {
    if (Context.isOnEventLoopThread()) {
      throw new MayNotWaitException();
    }
  }

  private InstantlyException lost(Lost lost, Call call) {
    InstantlyFailure failure =
        switch (lost.why()) {
          case UNREACHABLE, BROKEN -> new InstantlyFailure.Unreachable();
          case NO_ROOM, TOO_LATE -> new InstantlyFailure.RateLimited(NO_ROOM);
          case MALFORMED ->
              new InstantlyFailure.Unreadable(lost.status(), "its head is no HTTP, or too large");
          case TRUNCATED -> new InstantlyFailure.Unreadable(lost.status(), "it breaks off");
          case OVERSIZED -> new InstantlyFailure.Unreadable(lost.status(), "it is too large");
          case TIMED_OUT, CANCELLED -> new InstantlyFailure.TimedOut();
        };
    boolean refused = lost.status() / 100 == 4;
    return faults.of(failure, lost.status(), call.isWrite() && lost.sent() && !refused);
  }

  /** See {@link InstantlyWorkspace#proveIdentity}. It holds for as long as a write may take. */
  void proveIdentity() {
    Optional<InstantlyWorkspaceId> expected = visit.door().expected();
    if (expected.isPresent() && !isProven(expected.get())) {
      prove(expected.get());
    }
  }

  private boolean isProven(InstantlyWorkspaceId expected) {
    Duration left = visit.deadline().left();
    Duration soon = left.compareTo(FORESIGHT) < 0 ? left : FORESIGHT;
    return shared.proofs().holds(expected, route(), soon);
  }

  private void prove(InstantlyWorkspaceId expected) {
    mayWait();
    Lock lock = shared.proofs().lock(expected);
    if (!isHeld(lock)) {
      throw faults.of(new InstantlyFailure.TimedOut(), 0, false);
    }
    try {
      if (!isProven(expected)) {
        long asked = shared.proofs().now();
        Heard heard = hear(Call.CURRENT);
        checkIdentity(expected, heard.reply());
        shared.proofs().add(expected, heard.way(), asked);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isHeld(Lock lock) {
    try {
      return lock.tryLock(visit.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void checkIdentity(InstantlyWorkspaceId expected, Reply reply) {
    String id = Json.object(reply.body()).map(o -> o.path("id").asText()).orElse("");
    if (!id.equals(expected.value())) {
      throw faults.of(new InstantlyFailure.WrongIdentity(), reply.status(), false);
    }
    cameThrough();
  }

  /** Something has shown that the whole way works. */
  void cameThrough() {
    if (visit.probing()) {
      shared.findings().cameThrough(visit.door());
    }
  }
}
