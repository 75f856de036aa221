package agency.steward.fleet;

import agency.steward.instantly.Deadline;

/** Rings once when a deadline has passed. A test rings it by hand. */
@FunctionalInterface
interface Alarm {

  /**
   * @return what takes the alarm back; doing so after it rang is no error
   */
  Runnable at(Deadline deadline, Runnable ring);
}
