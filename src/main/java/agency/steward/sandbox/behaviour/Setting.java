package agency.steward.sandbox.behaviour;

import agency.steward.sandbox.json.Numbers;
import agency.steward.sandbox.json.ObjectShape;
import agency.steward.sandbox.json.Shape;
import agency.steward.sandbox.json.Texts;
import agency.steward.sandbox.limit.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One thing a rule can say, with what holds where no rule says it. */
public final class Setting<T> {
  private static final List<Setting<?>> KNOWN = new ArrayList<>();

  public static final Setting<Optional<Latency>> LATENCY =
      new Setting<>(
          "latency", Latency.SHAPE, json -> Optional.of(Latency.of(json)), Optional.empty());
  public static final Setting<Optional<Fail>> FAIL =
      new Setting<>("fail", Fail.SHAPE, json -> Optional.of(Fail.of(json)), Optional.empty());

  /** Never answers, and does nothing. */
  public static final Setting<Often> HANG = often("hang");

  /** Does what a write asks for, then closes the connection without an answer. */
  public static final Setting<Often> DROP_AFTER_WRITE = often("drop_after_write");

  /** Answers a write as if it had been done. */
  public static final Setting<Often> ACCEPT_WITHOUT_EFFECT = often("accept_without_effect");

  /** The part of each list that is shown, 1 for all. */
  public static final Setting<Double> LIST_ONLY_PART =
      new Setting<>(
          "list_only_part",
          Shape.flag().or(Numbers.between(0, 1)),
          json -> json.isBoolean() ? (json.booleanValue() ? 0.5 : 1.0) : json.doubleValue(),
          1.0);

  /** Every page is the first, and says it goes on. */
  public static final Setting<Boolean> REPEAT_CURSOR = flag("repeat_cursor");

  /** What {@code next_starting_after} is at the end of a list (facts.md 3). */
  public static final Setting<EndCursor> END_CURSOR =
      choice("end_cursor", EndCursor.class, EndCursor.ABSENT);

  /** {@code GET /workspaces/current} speaks of another workspace: an invented one, or this. */
  public static final Setting<Optional<WrongIdentity>> WRONG_IDENTITY =
      new Setting<>(
          "wrong_identity", Shape.flag().or(Texts.uuid()), WrongIdentity::of, Optional.empty());

  /** The value of a key wherever it is not being created (facts.md 1.3). */
  public static final Setting<KeyValues> KEY_VALUES =
      choice("key_values", KeyValues.class, KeyValues.FULL);

  /** What a missing scope is (facts.md 5). */
  public static final Setting<Integer> SCOPE_STATUS = status("scope_status", 401, 401, 403);

  /** Whose quota a delegated call takes (facts.md 2: not documented). */
  public static final Setting<Charge> DELEGATED_CHARGE =
      choice("delegated_charge", Charge.class, Charge.BOTH);

  /** {@code x-as-workspace} is not looked at: the call runs as the key's own workspace. */
  public static final Setting<Boolean> IGNORE_AS_WORKSPACE = flag("ignore_as_workspace");

  /** A header that names no accepted sub workspace (facts.md 1.4: not documented). */
  public static final Setting<Integer> AS_WORKSPACE_STATUS =
      status("as_workspace_status", 403, 401, 403, 404);

  /** An invitation to somebody who is there already (facts.md 4.1: not documented). */
  public static final Setting<Integer> REINVITE_STATUS = status("reinvite_status", 409, 400, 409);

  /** The rate limit, where it is not the documented one. */
  public static final Setting<Optional<Limits>> LIMITS =
      new Setting<>(
          "limits",
          Shape.object()
              .required("per_second", Numbers.integer(1, 1_000_000))
              .required("per_minute", Numbers.integer(1, 60_000_000)),
          json ->
              Optional.of(
                  new Limits(json.get("per_second").intValue(), json.get("per_minute").intValue())),
          Optional.empty());

  /** The {@code Retry-After} of a 429, which no document promises (facts.md 2). */
  public static final Setting<RetryAfter> RETRY_AFTER =
      choice("retry_after", RetryAfter.class, RetryAfter.ABSENT);

  static final List<Setting<?>> ALL = List.copyOf(KNOWN);

  final String name;
  final int ordinal;
  final T otherwise;
  private final Shape shape;
  private final Function<JsonNode, T> reader;

  private Setting(String name, Shape shape, Function<JsonNode, T> reader, T otherwise) {
    this.name = name;
    this.shape = shape;
    this.reader = reader;
    this.otherwise = otherwise;
    this.ordinal = KNOWN.size();
    KNOWN.add(this);
  }

  static ObjectShape in(ObjectShape rule) {
    ObjectShape all = rule;
    for (Setting<?> setting : ALL) {
      all = all.optional(setting.name, setting.shape);
    }
    return all;
  }

  T read(JsonNode json) {
    return reader.apply(json);
  }

  private static Setting<Boolean> flag(String name) {
    return new Setting<>(name, Shape.flag(), JsonNode::booleanValue, false);
  }

  private static Setting<Often> often(String name) {
    return new Setting<>(
        name, Shape.flag().or(Numbers.integer(0, Integer.MAX_VALUE)), Often::of, Often.NEVER);
  }

  private static Setting<Integer> status(String name, int otherwise, Integer... allowed) {
    return new Setting<>(name, Numbers.of(List.of(allowed)), JsonNode::intValue, otherwise);
  }

  private static <E extends Enum<E>> Setting<E> choice(String name, Class<E> type, E otherwise) {
    return new Setting<>(
        name, Texts.of(Words.of(type)), json -> Words.read(type, json.textValue()), otherwise);
  }

  @Override
  public String toString() {
    return name;
  }
}
