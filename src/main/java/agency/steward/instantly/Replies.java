package agency.steward.instantly;

import agency.steward.instantly.Ownership.Verdict;
import agency.steward.instantly.body.Json;
import agency.steward.instantly.wire.Answer.Reply;
import agency.steward.instantly.wire.Target;
import agency.steward.workspace.InstantlyWorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What a conversation brought, as objects, of which none may be another workspace's. */
final class Replies {
  private static final int NO_CONTENT = 204;

  private final Conversation conversation;
  private final Optional<InstantlyWorkspaceId> expected;

  /**
   * @param expected whose objects they are to be, where that is known
   */
  Replies(Conversation conversation, Optional<InstantlyWorkspaceId> expected) {
    this.conversation = conversation;
    this.expected = expected;
  }

  Target target(String path, Map<String, String> query) {
    if (!Target.isPlain(path)) {
      throw conversation.faults().of(new InstantlyFailure.NotFound(), 0, false);
    }
    return Target.of(path, query);
  }

  ObjectNode object(Reply reply, boolean write) {
    if (write && reply.status() == NO_CONTENT) {
      return JsonNodeFactory.instance.objectNode();
    }
    return Json.object(reply.body())
        .orElseThrow(() -> unreadable(reply.status(), "it is not the JSON that is due", write));
  }

  /** Whether the object says that it is this workspace's; throws where it is another one's. */
  boolean isVouchedFor(ObjectNode object) {
    Verdict verdict = expected.map(id -> Ownership.of(object, id)).orElse(Verdict.UNSAID);
    refuseForeign(verdict);
    return verdict == Verdict.OURS;
  }

  /** Throws where {@code GET /workspaces/current} has shown another workspace. */
  void mustBeThatWorkspace(ObjectNode current) {
    expected.ifPresent(id -> refuseForeign(Ownership.ofWorkspace(current, id)));
  }

  private void refuseForeign(Verdict verdict) {
    if (verdict == Verdict.FOREIGN) {
      throw conversation.faults().of(new InstantlyFailure.WrongIdentity(), 200, false);
    }
  }

  /** An answer that does not say whose it is would be the admin's if the header was ignored. */
  void proveDelegation() {
    if (conversation.isDelegated()) {
      conversation.proveIdentity();
    }
  }

  InstantlyException unreadable(int status, String why, boolean write) {
    return conversation.faults().of(new InstantlyFailure.Unreadable(status, why), status, write);
  }
}
