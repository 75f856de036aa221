package agency.steward.instantly;

import agency.steward.instantly.body.Item;
import agency.steward.instantly.body.RawPage;
import agency.steward.instantly.body.Redaction;
import agency.steward.instantly.wire.Answer.Reply;
import agency.steward.instantly.wire.Last;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of a list as they come. Every row is looked at; a page without a row that says whose it
 * is needs another proof.
 */
final class PageSource implements Pages.Source {
  /** Bytes of memory that a page is expected to take before any has come. */
  private static final long PAGE = 32 * 1024;

  /** How often as much as its bytes a page takes: some of its fields are objects, or all are. */
  private static final int LOOKED_AT = 3;

  private static final int PARSED = 5;

  private final Conversation conversation;
  private final Replies replies;
  private final Optional<Gathering.Part> room;
  private final String path;
  private final Set<String> lookedAt;
  private volatile boolean vouched;
  private long usual = PAGE;

  /**
   * @param room what the list may hold; empty for as much as it is
   * @param lookedAt the only fields that need to be; empty for all
   */
  PageSource(
      Conversation conversation,
      Replies replies,
      Optional<Gathering.Part> room,
      String path,
      Set<String> lookedAt) {
    this.conversation = conversation;
    this.replies = replies;
    this.room = room;
    this.path = path;
    this.lookedAt = lookedAt;
  }

  @Override
  public Pages.Seen page(Map<String, String> query) {
    Pages.Seen seen = room.isEmpty() ? seen(ask(query)) : seen(query, room.get());
    for (Item item : seen.items()) {
      vouched |= replies.isVouchedFor(item.seen());
      Redaction.clear(path, item.seen());
    }
    if (!vouched) {
      replies.proveDelegation();
      vouched = true;
    }
    return seen;
  }

  private Reply ask(Map<String, String> query) {
    return conversation.ask(Call.get(replies.target(path, query)));
  }

  /** What turns out to be larger than there is room for is dropped, and asked for once there is. */
  private Pages.Seen seen(Map<String, String> query, Gathering.Part memory) {
    grow(memory, usual);
    Reply reply = ask(query);
    while (!memory.grow(weight(reply) - usual, Duration.ZERO)) {
      memory.shrink(usual);
      usual = weight(reply);
      grow(memory, usual);
      reply = ask(query);
    }
    Pages.Seen seen = seen(reply);
    Last.letGo(); // it is counted as what was made of it
    usual = Math.max(usual, weight(reply));
    return seen;
  }

  /** Whoever has to wait for memory must not keep any that others wait for. */
  private void grow(Gathering.Part memory, long bytes) {
    if (memory.grow(bytes, Duration.ZERO)) {
      return;
    }
    conversation.drop();
    if (!memory.grow(bytes, conversation.left())) {
      throw conversation.faults().of(new InstantlyFailure.TimedOut(), 0, false);
    }
  }

  private long weight(Reply reply) {
    return (long) (lookedAt.isEmpty() ? PARSED : LOOKED_AT) * reply.body().length;
  }

  private Pages.Seen seen(Reply reply) {
    return lookedAt.isEmpty() ? whole(reply) : inPart(reply).orElseGet(() -> whole(reply));
  }

  private Optional<Pages.Seen> inPart(Reply reply) {
    return RawPage.read(reply.body(), lookedAt)
        .map(page -> new Pages.Seen(page.items(), page.next(), reply.askedAt()));
  }

  private Pages.Seen whole(Reply reply) {
    return Pages.seen(replies.object(reply, false), reply.askedAt(), this);
  }

  @Override
  public RuntimeException unreadable(String why) {
    return replies.unreadable(200, why, false);
  }
}
