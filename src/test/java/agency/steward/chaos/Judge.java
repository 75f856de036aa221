package agency.steward.chaos;

import agency.steward.chaos.wire.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what Steward says with what Instantly has done. */
final class Judge {
  private final Replica steward;

  Judge(Replica steward) {
    this.steward = steward;
  }

  /**
   * @param killedAt by {@link System#nanoTime}
   */
  Verdict judge(Task task, long killedAt) {
    long ended = System.nanoTime();
    List<Call> calls = steward.wires().calls();
    List<Row> rows = task.rows();
    var faults = new ArrayList<>(task.faults());
    rows.stream().flatMap(row -> faults(task, row).stream()).forEach(faults::add);
    faults.addAll(ledger());
    return new Verdict(
        task.planned()
            - rows.stream().filter(row -> !row.isOpen()).map(Row::seq).distinct().count(),
        twice(calls, task.mayBeTakenBack() ? takenBack(calls) : 0).size(),
        rows.stream().filter(Row::isUnknown).count(),
        Duration.ofNanos(wentOn(calls, killedAt, ended) - killedAt),
        Duration.ofNanos(ended - killedAt),
        Duration.ofNanos(Math.max(0, Math.min(steward.readyAt(), ended) - killedAt)),
        faults);
  }

  private long wentOn(List<Call> calls, long happened, long ended) {
    return calls.stream()
        .mapToLong(Call::askedAt)
        .filter(at -> at > Math.max(steward.startedAt(), happened))
        .min()
        .orElse(ended);
  }

  private static long takenBack(List<Call> calls) {
    return calls.stream().filter(call -> call.isDone() && call.method().equals("DELETE")).count();
  }

  private static List<String> twice(List<Call> calls, long takenBack) {
    return calls.stream()
        .filter(call -> call.isWrite() && call.isDone())
        .collect(Collectors.groupingBy(Call::what, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() - takenBack > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Nothing but the kill stood in anybody's way, so that all of it has to be made in the end. */
  private static List<String> faults(Task task, Row row) {
    boolean made = task.isMade(row);
    if (row.isApplied()) {
      return made && row.verified() ? List.of() : List.of("is not so: " + row);
    }
    if (row.isUnknown() || !made && task.mayBeGivenUp()) {
      return List.of();
    }
    return List.of((made ? "is so: " : "was given up: ") + row);
  }

  private List<String> ledger() {
    Answer verified = steward.admin().get("/v1/ledger/verify");
    boolean holds = verified.isGood() && verified.json().path("ok").asBoolean();
    return holds ? List.of() : List.of("the ledger does not hold: " + verified);
  }
}
