package agency.steward.chaos.wire;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be seen of a row's way from outside: a transaction is known by a statement in it, a call
 * by what is asked. Between two of these nothing changes that anybody could see, so that a crash
 * there is a crash at one of them.
 */
public enum Step {
  PLAN_ASKED("plan asked for", "INSERT INTO change_set (id, kind, state, reason"),
  PLAN_READ("read for the plan"),
  PLAN_SEALED("plan sealed", "UPDATE change_set SET state = 'planned', digest = $1"),
  SET_STARTED("set started", "UPDATE change_set SET state = 'running', started_at"),
  LANE_CLAIMED("lane claimed", "WITH free AS ( SELECT l.change_set_id"),
  IDENTITY_ASKED("identity asked for"),
  COMPARED("compared"),
  GROUND_HELD(
      "admins held", "INSERT INTO lease AS held (workspace_id, name, fence, expires_at) SELECT"),
  INTENT_STORED("intents stored", "UPDATE change c SET result = 'running'"),
  WRITTEN("written"),
  READ_BACK("read back"),
  RESULT_STORED("results stored", "WITH numbered AS (UPDATE change_set SET events"),
  LANE_GIVEN_BACK("lane given back", "WITH left_open AS (UPDATE change SET look_at"),
  SET_FINISHED("set finished", "UPDATE change_set s SET finished_at"),
  ONE_INTENT_STORED("intent of one row stored", "WITH held AS (UPDATE lease"),
  ONE_RESULT_STORED("result of one row stored", "WITH ended AS (UPDATE change SET result");

  private final String words;
  private final Optional<String> statement;

  Step(String words) {
    this(words, Optional.empty());
  }

  Step(String words, String statement) {
    this(words, Optional.of(statement));
  }

  Step(String words, Optional<String> statement) {
    this.words = words;
    this.statement = statement;
  }

  /** Empty for a statement that takes no row a step further. */
  static Optional<Step> of(String sql) {
    String plain = sql.replaceAll("\\s+", " ").strip();
    return Stream.of(values())
        .filter(step -> step.statement.filter(plain::startsWith).isPresent())
        .findFirst();
  }

  public boolean isCall() {
    return statement.isEmpty();
  }

  @Override
  public String toString() {
    return words;
  }
}
