package agency.steward.chaos;

import agency.steward.chaos.wire.Moment;
import agency.steward.chaos.wire.Trap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** One errand, and the end of Steward in the middle of it. */
final class Run {
  private final Rig rig;
  private final Judge judge;

  Run(Rig rig) {
    this.rig = rig;
    this.judge = new Judge(rig);
  }

  /** Without any accident. */
  Verdict calm(Errand errand) {
    Task task = begun(errand);
    long began = System.nanoTime();
    task.run();
    return judge.judge(task, began);
  }

  /** Empty where the nth such moment never came. */
  Optional<Verdict> killed(Errand errand, Predicate<Moment> at, int nth) {
    Task task = begun(errand);
    var killedAt = new AtomicLong();
    Trap trap = rig.wires().trap();
    trap.set(
        at,
        nth,
        () -> {
          killedAt.set(System.nanoTime());
          rig.killAndStart();
        });
    try {
      task.run();
    } finally {
      trap.disarm();
    }
    return killedAt.get() == 0 ? Optional.empty() : Optional.of(judge.judge(task, killedAt.get()));
  }

  private Task begun(Errand errand) {
    rig.wires().planning(true);
    Task task = errand.begin(new Agency(rig));
    rig.wires().forget();
    rig.wires().trap().countAnew();
    return task;
  }
}
