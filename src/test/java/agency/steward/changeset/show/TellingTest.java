package agency.steward.changeset.show;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.lane.Rows;
import agency.steward.changeset.stored.Bulk;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.State;
import agency.steward.load.ClientStream;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest {
  private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /** A set of one row, a client, and a clock that only waiting moves. */
  private static final class World implements Telling.Source, ClientStream, Sleeper {
    private final StringBuilder told = new StringBuilder();
    private int looks;
    private int endsAtLook = Integer.MAX_VALUE;
    private Duration tokenEnds = LONG;
    private Duration grantEnds = LONG;
    private Duration time = Duration.ZERO;

    private boolean isOver() {
      return looks >= endsAtLook;
    }

    private ChangeSet set() {
      return set(isOver() ? State.SUCCEEDED : State.RUNNING, isOver() ? 1 : 0);
    }

    private static ChangeSet set(State state, long events) {
      var bulk =
          new Bulk(
              Set.of(),
              false,
              JsonNodeFactory.instance.arrayNode(),
              Optional.empty(),
              Set.of(),
              events);
      return new ChangeSet(
          ChangeSetId.next(),
          "role_change",
          state,
          Optional.empty(),
          "sub:ann",
          NOON,
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(bulk));
    }

    @Override
    public ChangeSet now() {
      looks++;
      return set();
    }

    @Override
    public List<RecordedChange> after(long event) {
      looks++;
      return isOver() && event < 1 ? List.of(row()) : List.of();
    }

    private static RecordedChange row() {
      RecordedChange row = Rows.row(1).row();
      var origin =
          new RecordedChange.Origin(
              Optional.empty(), row.origin().wish(), true, 0, 1, Optional.empty());
      return new RecordedChange(
          row.changeSet(),
          row.seq(),
          row.workspace(),
          row.workspaceName(),
          row.change(),
          row.intent(),
          row.result(),
          row.violations(),
          row.verified(),
          row.attempts(),
          row.found(),
          row.problem(),
          row.appliedAt(),
          row.lookAt(),
          origin);
    }

    @Override
    public Object whole(ChangeSet set) {
      return Map.of("state", set.state().wire());
    }

    @Override
    public Object progress(ChangeSet set) {
      return whole(set);
    }

    @Override
    public boolean isLive() {
      return time.compareTo(tokenEnds) < 0;
    }

    @Override
    public boolean isVisible() {
      return time.compareTo(grantEnds) < 0;
    }

    @Override
    public void onGone(Runnable gone) {
      // it stays
    }

    @Override
    public void write(byte[] bytes) {
      told.append(new String(bytes, UTF_8));
    }

    @Override
    public void sleep(Duration pause) {
      time = time.plus(pause);
      assertThat(time).as("the stream goes on for ever").isLessThan(LONG);
    }

    private String tell(ChangeSet from, OptionalLong after) throws IOException {
      new Telling(this, this, JSON, this, () -> time.toNanos(), from, after).run();
      return told.toString();
    }
  }

  private final World world = new World();

  private static List<String> events(String told) {
    return Stream.of(told.split("\n"))
        .filter(line -> line.startsWith("event: "))
        .map(line -> line.substring("event: ".length()))
        .filter(event -> !event.equals("progress"))
        .toList();
  }

  /** Wherever in between it ends. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aRowThatEndsBetweenTwoLooksIsToldBeforeItsSetIsOver(int look) throws IOException {
    world.endsAtLook = look;

    String told = world.tell(World.set(State.RUNNING, 0), OptionalLong.empty());

    assertThat(events(told)).containsExactly("snapshot", "change", "done");
    assertThat(told).contains("event: change\nid: 1\n", "event: done\nid: 1\n");
  }

  @ParameterizedTest
  @CsvSource({"0, change done", "1, done", "2, snapshot done", "-1, snapshot done"})
  void whoComesBackGoesOnWhereTheyWereIfTheSetWasThere(long after, String expected)
      throws IOException {
    world.endsAtLook = 0;

    String told = world.tell(World.set(State.SUCCEEDED, 1), OptionalLong.of(after));

    assertThat(events(told)).containsExactly(expected.split(" "));
    assertThat(told).contains("event: done\nid: 1\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 250, 499, 500, 501, 999, 3_210})
  void itEndsWithinASecondOfTheGrant(long millis) throws IOException {
    world.grantEnds = Duration.ofMillis(millis);

    String told = world.tell(World.set(State.RUNNING, 0), OptionalLong.empty());

    assertThat(events(told)).containsExactly("snapshot");
    assertThat(world.time).isLessThan(world.grantEnds.plusSeconds(1));
  }

  @Test
  void itEndsWithTheToken() throws IOException {
    world.tokenEnds = Duration.ofSeconds(3);

    String told = world.tell(World.set(State.RUNNING, 0), OptionalLong.empty());

    assertThat(events(told)).containsExactly("snapshot");
    assertThat(world.time).isEqualTo(world.tokenEnds);
  }

  @Test
  void whereNothingHappensItBeatsEveryFifteenSeconds() throws IOException {
    world.tokenEnds = Duration.ofSeconds(50);

    String told = world.tell(World.set(State.RUNNING, 0), OptionalLong.empty());

    assertThat(told.split(": alive", -1)).hasSize(4);
    assertThat(told.split("event: progress", -1)).hasSize(2);
  }
}
