package agency.steward.chaos;

import agency.steward.chaos.wire.Moment;
import agency.steward.chaos.wire.Trap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** One errand, and something that happens in the middle of it. */
final class Run {
  private final Rig rig;
  private final Judge judge;

  Run(Rig rig) {
    this.rig = rig;
    rig.crew().of(1);
    this.judge = new Judge(rig.steward());
  }

  /** Nothing happens. */
  Verdict calm(Errand errand) {
    Task task = begun(errand);
    long began = System.nanoTime();
    task.run();
    return judge.judge(task, began);
  }

  /** Steward is ended at the nth such moment; empty where that never came. */
  Optional<Verdict> killed(Errand errand, Predicate<Moment> at, int nth) {
    Task task = begun(errand);
    var when = new AtomicLong();
    trap().setDeadly(at, nth, () -> happens(when, rig.steward()::killAndStart));
    return judged(task, when);
  }

  /** This is done at the nth such moment; empty where that never came. */
  Optional<Verdict> disturbed(Errand errand, Predicate<Moment> at, int nth, Runnable what) {
    Task task = begun(errand);
    var when = new AtomicLong();
    trap().set(at, nth, () -> happens(when, what));
    return judged(task, when);
  }

  private static void happens(AtomicLong when, Runnable what) {
    when.set(System.nanoTime());
    what.run();
  }

  private Optional<Verdict> judged(Task task, AtomicLong when) {
    try {
      task.run();
    } finally {
      trap().disarm();
      rig.instantly().behave("{}");
    }
    return when.get() == 0 ? Optional.empty() : Optional.of(judge.judge(task, when.get()));
  }

  private Task begun(Errand errand) {
    rig.steward().wires().planning(true);
    Task task = errand.begin(new Agency(rig));
    rig.steward().wires().forget();
    trap().countAnew();
    return task;
  }

  private Trap trap() {
    return rig.steward().wires().trap();
  }
}
