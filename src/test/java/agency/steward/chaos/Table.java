package agency.steward.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What became of all runs, by the point they were ended at. */
final class Table {
  private static final Path RESULTS = Path.of("target/chaos");
  private final Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();

  void add(String point, Verdict verdict) {
    verdicts.computeIfAbsent(point, any -> new ArrayList<>()).add(verdict);
  }

  boolean isGood() {
    return verdicts.values().stream().flatMap(List::stream).allMatch(Verdict::isGood);
  }

  @Override
  public String toString() {
    String head =
        """
        | Steward ends | runs | rows lost | sent twice | unknown | other faults | up after | goes on after | over after (longest) |
        |---|---|---|---|---|---|---|---|---|
        """;
    return verdicts.entrySet().stream()
        .map(each -> line(each.getKey(), each.getValue()))
        .collect(Collectors.joining("\n", head, "\n"));
  }

  private static String line(String point, List<Verdict> runs) {
    return "| %s | %d | %d | %d | %d | %d | %.1f s | %.1f s | %.1f s |"
        .formatted(
            point,
            runs.size(),
            sum(runs, Verdict::lost),
            sum(runs, Verdict::twice),
            sum(runs, Verdict::unknown),
            sum(runs, run -> run.faults().size()),
            Verdict.seconds(median(runs, Verdict::boot)),
            Verdict.seconds(median(runs, Verdict::wentOn)),
            runs.stream().mapToDouble(run -> Verdict.seconds(run.over())).max().orElse(0));
  }

  private static long sum(List<Verdict> runs, ToLongFunction<Verdict> of) {
    return runs.stream().mapToLong(of).sum();
  }

  private static Duration median(List<Verdict> runs, Function<Verdict, Duration> of) {
    List<Duration> sorted = runs.stream().map(of).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** As a page, for whoever looks at it later. */
  void write(String name, long seed) {
    write(name, "Seed %d\n\n%s".formatted(seed, this));
  }

  static void write(String name, String text) {
    try {
      Files.createDirectories(RESULTS);
      Files.writeString(RESULTS.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
