package agency.steward.changeset.attempt;

import java.time.Duration;

/** Waiting, as an input: a test lets time pass without waiting. */
@FunctionalInterface
public interface Sleeper {

  void sleep(Duration time);
}
