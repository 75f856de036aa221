package agency.steward.tag.change.assignment;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.tag.read.Carrier;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** A tag, and what it is to be put on or taken off. */
record Pair(String tagId, Aim aim) {
  static final String ASSIGNED = "assigned";
  private static final String TAG = "tag_id";
  private static final String RESOURCE = "resource_id";

  Intent intent() {
    String lock = "tagging:%s:%s".formatted(tagId, aim.carrier().key(aim.resource()));
    return new Intent(lock, json().put(ASSIGNED, aim.assign()));
  }

  static Pair of(Intent intent) {
    return new Pair(intent.data().path(TAG).asText(), aim(intent.data()));
  }

  static Aim aim(ObjectNode state) {
    return new Aim(
        Carrier.of(state.path(Aim.TYPE).asText()).orElseThrow(),
        state.path(RESOURCE).asText(),
        state.path(ASSIGNED).asBoolean());
  }

  private ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put(TAG, tagId)
        .put(Aim.TYPE, aim.carrier().wire())
        .put(RESOURCE, aim.resource());
  }

  /** What of it matters to somebody who judges a change. */
  ObjectNode state(ObjectNode tag, boolean on) {
    return json().put(Tag.LABEL, Tag.label(tag)).put(ASSIGNED, on);
  }

  /** Whether the tag, as {@link Carrying} saw it, is on it. */
  boolean isOn(ObjectNode tag) {
    return Carrying.isCarried(tag, aim.carrier(), aim.resource());
  }

  boolean selectsSenders() {
    return aim.carrier() == Carrier.ACCOUNT;
  }

  String subject(ObjectNode tag) {
    return aim.subject(Tag.label(tag));
  }

  Change change(ObjectNode tag, ObjectNode before, ObjectNode after) {
    return new Change(
        Assignment.NAME,
        subject(tag),
        Optional.of(tagId),
        Optional.of(before),
        Optional.of(after),
        Effect.NEUTRAL,
        Reversibility.LOSSLESS);
  }

  ObjectNode toggle() {
    return Assignment.toggle(Set.of(tagId), aim.carrier(), aim.assign(), Set.of(aim.resource()));
  }
}
