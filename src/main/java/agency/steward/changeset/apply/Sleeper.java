package agency.steward.changeset.apply;

import java.time.Duration;

/** Waiting, as an input: a test lets time pass without waiting. */
@FunctionalInterface
interface Sleeper {

  void sleep(Duration time);
}
