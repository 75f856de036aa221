package agency.steward.instantly;

import agency.steward.credential.ApiKey;
import agency.steward.instantly.body.Item;
import agency.steward.instantly.body.Json;
import agency.steward.instantly.body.RawPage;
import agency.steward.instantly.body.Redaction;
import agency.steward.instantly.door.Door;
import agency.steward.instantly.wire.Ask;
import agency.steward.instantly.wire.Verb;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  private final Conversation conversation;
  private final Door door;
  private final Replies replies;
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
    this.replies = new Replies(conversation, door.expected());
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
    ObjectNode object =
        replies.object(conversation.ask(Call.get(replies.target(path, Map.of()))), false);
    if (path.equals(Call.CURRENT_PATH)) {
      replies.mustBeThatWorkspace(object);
      conversation.cameThrough();
    } else if (!replies.isVouchedFor(object)) {
      replies.proveDelegation();
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
    return pages(listing, query, fields).all();
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

  private Pages pages(Listing listing, Map<String, String> query) {
    return pages(listing, query, Set.of());
  }

  private Pages pages(Listing listing, Map<String, String> query, Set<String> lookedAt) {
    var source = new PageSource(conversation, replies, room, listing.path(), lookedAt);
    return new Pages(listing, query, source, maxPages);
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
        created,
        value.orElseThrow(() -> replies.unreadable(200, "the new key is not in it", true)));
  }

  private ObjectNode write(Verb verb, String path, Optional<ObjectNode> body) {
    ObjectNode answered = sent(verb, path, body, true);
    Redaction.clear(path, answered);
    return answered;
  }

  private ObjectNode sent(Verb verb, String path, Optional<ObjectNode> body, boolean quotable) {
    var content = body.map(object -> new Ask.Content(Json.bytes(object)));
    var call = new Call(verb, replies.target(path, Map.of()), content, quotable);
    return replies.object(conversation.ask(call), true);
  }

  @Override
  public void proveIdentity() {
    conversation.proveIdentity();
  }
}
