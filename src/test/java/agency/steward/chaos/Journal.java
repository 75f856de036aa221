package agency.steward.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What Instantly was asked, as it says itself: the witness, by whose clock all is judged. */
record Journal(List<Line> lines) {

  /**
   * One request.
   *
   * @param at arrival, epoch ms
   * @param there Instantly's id of the workspace
   * @param answeredAt epoch ms
   */
  record Line(
      long at,
      String there,
      String method,
      String path,
      int status,
      long answeredAt,
      boolean limited) {

    static Line of(JsonNode json) {
      long at = json.path("at_ms").asLong();
      return new Line(
          at,
          json.path("workspace_id").asText(),
          json.path("method").asText(),
          json.path("path").asText(),
          json.path("status").asInt(),
          at + Math.round(json.path("latency_ms").asDouble()),
          json.path("limited").asBoolean());
    }

    boolean isWrite() {
      return !method.equals("GET");
    }

    boolean isDone() {
      return status >= 200 && status < 300;
    }

    /** The same thing asked twice is the same text. */
    String what() {
      return method + " " + path.split("\\?")[0] + " " + status;
    }
  }

  static Journal of(List<JsonNode> lines) {
    return new Journal(
        lines.stream().map(Line::of).sorted(Comparator.comparingLong(Line::at)).toList());
  }

  Journal only(Predicate<Line> wanted) {
    return new Journal(lines.stream().filter(wanted).toList());
  }

  Journal in(String there) {
    return only(line -> line.there().equals(there));
  }

  Journal after(long moment) {
    return only(line -> line.at() > moment);
  }

  OptionalLong first() {
    return lines.stream().mapToLong(Line::at).min();
  }

  int size() {
    return lines.size();
  }

  /** The most calls that one workspace had in any such time, wherever that begins. */
  int most(Duration window) {
    return lines.stream().collect(Collectors.groupingBy(Line::there)).values().stream()
        .mapToInt(calls -> most(calls, window.toMillis()))
        .max()
        .orElse(0);
  }

  private static int most(List<Line> calls, long millis) {
    var within = new ArrayDeque<Long>();
    int most = 0;
    for (Line call : calls) {
      within.add(call.at());
      while (within.getFirst() <= call.at() - millis) {
        within.removeFirst();
      }
      most = Math.max(most, within.size());
    }
    return most;
  }

  long refused() {
    return lines.stream().filter(Line::limited).count();
  }

  /** Writes that were done more than once although the first had been answered by then. */
  long acknowledgedAndAgain(long moment) {
    return again(first -> first.answeredAt() < moment);
  }

  /** The same of those whose answer came too late. */
  long unansweredAndAgain(long moment) {
    return again(first -> first.answeredAt() >= moment);
  }

  private long again(Predicate<Line> first) {
    Map<String, List<Line>> done =
        lines.stream()
            .filter(line -> line.isWrite() && line.isDone())
            .collect(Collectors.groupingBy(line -> line.there() + line.what()));
    return done.values().stream()
        .filter(same -> same.size() > 1 && first.test(same.getFirst()))
        .count();
  }
}
