package agency.steward.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences that have to be so, and what was measured. */
final class Claims {
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param measured in the unit, for whoever reads it
   */
  private record Line(int replicas, String claim, String measured, String must, boolean holds) {
    @Override
    public String toString() {
      return "| %d | %s | %s | %s | %s |"
          .formatted(replicas, claim, measured, must, holds ? "yes" : "**no**");
    }
  }

  void none(int replicas, String claim, long measured) {
    add(replicas, claim, String.valueOf(measured), "0", measured == 0);
  }

  void atLeastOne(int replicas, String claim, long measured) {
    add(replicas, claim, String.valueOf(measured), "≥ 1", measured >= 1);
  }

  void atMost(int replicas, String claim, long measured, long most) {
    add(replicas, claim, String.valueOf(measured), "≤ " + most, measured <= most);
  }

  void seconds(int replicas, String claim, long millis, int most) {
    String measured = String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    add(replicas, claim, measured, "≤ " + most + " s", millis <= most * 1_000L);
  }

  void figure(int replicas, String what, String measured) {
    add(replicas, what, measured, "–", true);
  }

  /** Nothing is lost, all is made and seen, and counted right. */
  void whole(int replicas, SetTask task) {
    List<Row> rows = task.rows();
    long ended = rows.stream().filter(row -> !row.isOpen()).map(Row::seq).distinct().count();
    none(replicas, "of %d rows lost".formatted(task.planned()), task.planned() - ended);
    long made = rows.stream().filter(row -> row.isApplied() && row.verified()).count();
    none(replicas, "not made, or not seen", task.planned() - made);
    List<String> faults = task.faults();
    none(replicas, "other faults" + (faults.isEmpty() ? "" : ": " + faults), faults.size());
  }

  void quota(int replicas, Journal journal, int second, int minute) {
    atMost(
        replicas,
        "calls of a workspace in any second",
        journal.most(Duration.ofSeconds(1)),
        second);
    atMost(replicas, "in any minute", journal.most(Duration.ofMinutes(1)), minute);
    none(replicas, "refused by Instantly's limit", journal.refused());
  }

  /** As a page, for whoever looks at it later. */
  void write(String name) {
    Table.write(name, toString());
    System.out.println("\n" + this);
  }

  private void add(int replicas, String claim, String measured, String must, boolean holds) {
    lines.add(new Line(replicas, claim, measured, must, holds));
    System.out.println("chaos: " + lines.getLast());
    System.out.flush();
  }

  void check(int replicas) {
    assertThat(lines.stream().filter(line -> line.replicas() == replicas && !line.holds()))
        .isEmpty();
  }

  @Override
  public String toString() {
    return lines.stream()
        .map(Line::toString)
        .collect(
            Collectors.joining(
                "\n",
                "| replicas | claim | measured | must | holds |\n|---|---|---|---|---|\n",
                "\n"));
  }
}
