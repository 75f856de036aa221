package agency.steward.instantly;

import agency.steward.credential.ApiKey;
import agency.steward.instantly.Ownership.Verdict;
import agency.steward.instantly.body.Item;
import agency.steward.instantly.body.Json;
import agency.steward.instantly.body.RawPage;
import agency.steward.instantly.body.Redaction;
import agency.steward.instantly.door.Door;
import agency.steward.instantly.wire.Answer.Reply;
import agency.steward.instantly.wire.Ask;
import agency.steward.instantly.wire.Last;
import agency.steward.instantly.wire.Target;
import agency.steward.instantly.wire.Verb;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One visit: objects in and out, none of them anybody else's and none with a secret in it. */
final class BoundWorkspace implements InstantlyWorkspace {
  private static final String API_KEYS = Listing.API_KEYS.path();
  private static final int NO_CONTENT = 204;

  /** Bytes of memory that a page is expected to take before any has come. */
  private static final long PAGE = 32 * 1024;

  /** How often as much as its bytes a page takes: some of its fields are objects, or all are. */
  private static final int LOOKED_AT = 3;

  private static final int PARSED = 5;

  private final Conversation conversation;
  private final Door door;
  private final Optional<InstantlyWorkspaceId> expected;
  private final int maxPages;
  private final Optional<Gathering.Part> room;

  BoundWorkspace(Shared shared, Visit visit) {
    this(shared, visit, new Conversation(shared, visit));
  }

  BoundWorkspace(Shared shared, Visit visit, Conversation conversation) {
    this(conversation, visit.door(), shared.maxPages(), Optional.empty());
  }

  /**
   * @param room what its lists may hold; empty for as much as they are
   */
  private BoundWorkspace(
      Conversation conversation, Door door, int maxPages, Optional<Gathering.Part> room) {
    this.conversation = conversation;
    this.door = door;
    this.expected = door.expected();
    this.maxPages = maxPages;
    this.room = room;
  }

  @Override
  public InstantlyWorkspace within(Gathering.Part memory) {
    return new BoundWorkspace(conversation, door, maxPages, Optional.of(memory));
  }

  @Override
  public Workspace workspace() {
    return door.registered().orElseGet(InstantlyWorkspace.super::workspace);
  }

  @Override
  public ObjectNode get(String path) {
    ObjectNode object = object(conversation.ask(Call.get(target(path, Map.of()))), false);
    if (path.equals(Call.CURRENT_PATH)) {
      expected.ifPresent(id -> refuseForeign(Ownership.ofWorkspace(object, id)));
      conversation.cameThrough();
    } else if (!isVouchedFor(object)) {
      proveDelegation();
    }
    Redaction.clear(path, object);
    return object;
  }

  @Override
  public List<ObjectNode> list(Listing listing, Map<String, String> query) {
    return Pages.whole(pages(listing, query).all());
  }

  @Override
  public List<Item> items(Listing listing, Map<String, String> query, Set<String> lookedAt) {
    if (Redaction.isNeeded(listing.path())) {
      return pages(listing, query).all();
    }
    var fields = new HashSet<>(lookedAt);
    fields.addAll(RawPage.HIDDEN);
    fields.addAll(Ownership.FIELDS);
    fields.add(listing.idField());
    return new Pages(listing, query, new PageSource(listing.path(), fields), maxPages).all();
  }

  @Override
  public Stream<ObjectNode> walk(Listing listing, Map<String, String> query) {
    Pages pages = pages(listing, query);
    var inOrder = Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED);
    return StreamSupport.stream(inOrder, false).flatMap(List::stream).map(Item::whole);
  }

  @Override
  public Iterator<Leaf> leaves(Listing listing, Map<String, String> query) {
    return pages(listing, query).leaves();
  }

  /** Whoever has to wait for memory must not keep any that others wait for. */
  private void grow(Gathering.Part part, long bytes) {
    if (part.grow(bytes, Duration.ZERO)) {
      return;
    }
    conversation.drop();
    if (!part.grow(bytes, conversation.left())) {
      throw conversation.faults().of(new InstantlyFailure.TimedOut(), 0, false);
    }
  }

  private Pages pages(Listing listing, Map<String, String> query) {
    return new Pages(listing, query, new PageSource(listing.path(), Set.of()), maxPages);
  }

  /** Every row is looked at; a page without a row that says whose it is needs another proof. */
  private final class PageSource implements Pages.Source {
    private final String path;
    private final Set<String> lookedAt;
    private volatile boolean vouched;
    private long usual = PAGE;

    /**
     * @param lookedAt the only fields that need to be; empty for all
     */
    PageSource(String path, Set<String> lookedAt) {
      this.path = path;
      this.lookedAt = lookedAt;
    }

    @Override
    public Pages.Seen page(Map<String, String> query) {
      Pages.Seen seen = room.isEmpty() ? seen(ask(query)) : seen(query, room.get());
      for (Item item : seen.items()) {
        vouched |= isVouchedFor(item.seen());
        Redaction.clear(path, item.seen());
      }
      if (!vouched) {
        proveDelegation();
        vouched = true;
      }
      return seen;
    }

    private Reply ask(Map<String, String> query) {
      return conversation.ask(Call.get(target(path, query)));
    }

    /**
     * What turns out to be larger than there is room for is dropped, and asked for once there is.
     */
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
      return Pages.seen(object(reply, false), reply.askedAt(), this);
    }

    @Override
    public RuntimeException unreadable(String why) {
      return BoundWorkspace.this.unreadable(200, why, false);
    }
  }

  @Override
  public ObjectNode post(String path, ObjectNode body) {
    if (path.equals(API_KEYS)) {
      throw new IllegalArgumentException(
          "createKey is the way to a new key: its value is shown once");
    }
    return write(Verb.POST, path, Optional.of(body));
  }

  @Override
  public ObjectNode postQuietly(String path, ObjectNode body) {
    ObjectNode answered = sent(Verb.POST, path, Optional.of(body), false);
    Redaction.clear(path, answered);
    return answered;
  }

  @Override
  public ObjectNode patch(String path, ObjectNode body) {
    return write(Verb.PATCH, path, Optional.of(body));
  }

  @Override
  public ObjectNode delete(String path) {
    return write(Verb.DELETE, path, Optional.empty());
  }

  @Override
  public NewKey createKey(String name, List<String> scopes) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
    scopes.forEach(body.putArray("scopes")::add);
    ObjectNode created = sent(Verb.POST, API_KEYS, Optional.of(body), true);
    Optional<ApiKey> value = Redaction.takeKey(created);
    return new NewKey(
        created, value.orElseThrow(() -> unreadable(200, "the new key is not in it", true)));
  }

  private ObjectNode write(Verb verb, String path, Optional<ObjectNode> body) {
    ObjectNode answered = sent(verb, path, body, true);
    Redaction.clear(path, answered);
    return answered;
  }

  private ObjectNode sent(Verb verb, String path, Optional<ObjectNode> body, boolean quotable) {
    var content = body.map(object -> new Ask.Content(Json.bytes(object)));
    var call = new Call(verb, target(path, Map.of()), content, quotable);
    return object(conversation.ask(call), true);
  }

  @Override
  public void proveIdentity() {
    conversation.proveIdentity();
  }

  private Target target(String path, Map<String, String> query) {
    if (!Target.isPlain(path)) {
      throw conversation.faults().of(new InstantlyFailure.NotFound(), 0, false);
    }
    return Target.of(path, query);
  }

  private ObjectNode object(Reply reply, boolean write) {
    if (write && reply.status() == NO_CONTENT) {
      return JsonNodeFactory.instance.objectNode();
    }
    return Json.object(reply.body())
        .orElseThrow(() -> unreadable(reply.status(), "it is not the JSON that is due", write));
  }

  private boolean isVouchedFor(ObjectNode object) {
    Verdict verdict = expected.map(id -> Ownership.of(object, id)).orElse(Verdict.UNSAID);
    refuseForeign(verdict);
    return verdict == Verdict.OURS;
  }

  private void refuseForeign(Verdict verdict) {
    if (verdict == Verdict.FOREIGN) {
      throw conversation.faults().of(new InstantlyFailure.WrongIdentity(), 200, false);
    }
  }

  /** An answer that does not say whose it is would be the admin's if the header was ignored. */
  private void proveDelegation() {
    if (conversation.isDelegated()) {
      conversation.proveIdentity();
    }
  }

  private InstantlyException unreadable(int status, String why, boolean write) {
    return conversation.faults().of(new InstantlyFailure.Unreadable(status, why), status, write);
  }
}
