package agency.steward.instantly;

import agency.steward.instantly.InstantlyFailure.Conflict;
import agency.steward.instantly.InstantlyFailure.FeatureRequired;
import agency.steward.instantly.InstantlyFailure.KeyInvalid;
import agency.steward.instantly.InstantlyFailure.LinkRefused;
import agency.steward.instantly.InstantlyFailure.NotFound;
import agency.steward.instantly.InstantlyFailure.PlanInactive;
import agency.steward.instantly.InstantlyFailure.Refused;
import agency.steward.instantly.InstantlyFailure.ScopeMissing;
import agency.steward.instantly.InstantlyFailure.ServerError;
import agency.steward.instantly.InstantlyFailure.Unreadable;
import agency.steward.instantly.body.Complaint;
import agency.steward.instantly.door.Door;
import agency.steward.instantly.door.Route;
import agency.steward.instantly.wire.Answer.Reply;
import agency.steward.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/**
 * Understands a refusal. What would shut a workspace off is looked at a second time by {@code GET
 * /workspaces/current} before it is believed (contract 1).
 */
final class SecondLook {
  private static final int UNAUTHORIZED = 401;
  private static final int UNPAID = 402;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final Conversation conversation;
  private final Findings findings;
  private final Door door;
  private final Route way;

  SecondLook(Conversation conversation, Findings findings, Door door, Route way) {
    this.conversation = conversation;
    this.findings = findings;
    this.door = door;
    this.way = way;
  }

  /** What a reply that is no 2xx comes to. */
  InstantlyException at(Call call, Reply reply) {
    InstantlyFailure failure = failure(call, reply);
    boolean refused = reply.status() / 100 == 4;
    return conversation.faults().of(failure, reply.status(), call.isWrite() && !refused);
  }

  private InstantlyFailure failure(Call call, Reply reply) {
    Optional<Complaint> complaint = complaint(reply);
    int status = reply.status();
    if (isAboutScope(reply)) {
      return scopeMissing(complaint.orElseThrow().requiredScopes());
    }
    if (status >= 500) {
      return new ServerError(status);
    }
    if (status < 400) {
      return new Unreadable(status, "it answered " + status);
    }
    String message = call.quotable() ? complaint.map(Complaint::message).orElse("") : "";
    if (status == UNPAID) {
      return unpaid(message);
    }
    if (status == UNAUTHORIZED || call.equals(Call.CURRENT) && isClosed(reply)) {
      return shutOut(call, status, message);
    }
    if (complaint.isEmpty()) {
      return new Unreadable(status, "it answered " + status + " without saying why");
    }
    return said(call, status, message);
  }

  private InstantlyFailure said(Call call, int status, String message) {
    return switch (status) {
      case FORBIDDEN ->
          way.isDelegated() ? shutOut(call, status, message) : new Refused(status, message);
      case NOT_FOUND -> notFound();
      case CONFLICT -> new Conflict(message);
      default -> new Refused(status, message);
    };
  }

  /** Through a header that is ignored, nothing is found either. */
  private InstantlyFailure notFound() {
    if (way.isDelegated()) {
      conversation.proveIdentity();
    }
    return new NotFound();
  }

  private InstantlyFailure scopeMissing(List<String> required) {
    var missing = new ScopeMissing(required);
    findings.scopesMissing(way, missing.narrowest());
    return missing;
  }

  private InstantlyFailure unpaid(String message) {
    if (look(way).status() != UNPAID) {
      return new FeatureRequired(message);
    }
    findings.planInactive(
        way.isDelegated() && look(way.asAdmin()).status() == UNPAID ? way.holder() : tenant());
    return new PlanInactive();
  }

  /**
   * 401, or whatever else Instantly may answer a group's admin that may not act as a workspace
   * (facts.md 1.4).
   */
  private InstantlyFailure shutOut(Call call, int status, String message) {
    if (!isClosed(look(way))) {
      return status == FORBIDDEN || !call.quotable() // it is the secret that is refused
          ? new Refused(status, message)
          : new Unreadable(status, "it refuses the key for this call only");
    }
    if (way.isDelegated() && !isKeyRefused(look(way.asAdmin()))) {
      findings.linkRefused(tenant());
      return new LinkRefused();
    }
    findings.keyInvalid(way);
    return new KeyInvalid();
  }

  private boolean isClosed(Reply look) {
    boolean noSub = way.isDelegated() && (look.status() == FORBIDDEN || look.status() == NOT_FOUND);
    return isKeyRefused(look) || noSub && complaint(look).isPresent() && !isAboutScope(look);
  }

  private boolean isKeyRefused(Reply look) {
    return look.status() == UNAUTHORIZED && !isAboutScope(look);
  }

  private boolean isAboutScope(Reply reply) {
    return (reply.status() == UNAUTHORIZED || reply.status() == FORBIDDEN)
        && complaint(reply).filter(Complaint::isAboutScope).isPresent();
  }

  private Optional<Complaint> complaint(Reply reply) {
    return Complaint.read(reply.body(), way.key());
  }

  /** If the second look shows nothing, the question stays open and the call fails as it did. */
  private Reply look(Route route) {
    Reply reply = conversation.reply(Call.CURRENT, route);
    if (reply.status() >= 500) {
      throw conversation.faults().of(new ServerError(reply.status()), reply.status(), false);
    }
    return reply;
  }

  private Optional<WorkspaceId> tenant() {
    return door.tenant();
  }
}
