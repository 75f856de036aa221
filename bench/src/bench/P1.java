package bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** P1 fan-out: the wall time of {@code GET /v1/members} over the slowest answer in the journal. */
final class P1 {
  /**
   * @param wall ms from the request to the last byte of the answer
   * @param ideal ms the slowest workspace took, by the sandbox's journal
   * @param spread ms between the arrival of the first call and of the last
   */
  private record Round(double wall, double ideal, double spread, int calls, String coverage) {
    double ratio() {
      return wall / ideal;
    }
  }

  public static void main(String[] args) throws Exception {
    int workspaces = number(args, 0, 1000);
    int rounds = number(args, 1, 7);
    int members = number(args, 2, 25);
    int median = number(args, 3, 120);
    int p99 = number(args, 4, 600);
    Path directory = Files.createTempDirectory("bench-p1-");
    System.out.println("logs and data in " + directory);
    List<String> options = List.of(System.getProperty("steward.options", "-Xmx1g").split(" "));
    try (var sandbox = new Sandbox(directory);
        var steward = new Steward(directory, sandbox, options)) {
      var keys = sandbox.fleet(workspaces, members).stream().map(w -> w.path("api_key").asText()).toList();
      steward.register(keys);
      sandbox.behave("{\"latency\":{\"median_ms\":%d,\"p99_ms\":%d}}".formatted(median, p99));
      for (int i = 0; i < 3; i++) {
        print("warm-up", round(sandbox, steward));
      }
      var counted = new ArrayList<Round>();
      for (int i = 1; i <= rounds; i++) {
        counted.add(round(sandbox, steward));
        print("round " + i, counted.getLast());
      }
      System.out.printf(
          Locale.ROOT,
          "P1 %d workspaces x %d members, latency %d/%d ms: wall %s ms, ideal %s ms, ratio %s%n",
          workspaces, members, median, p99,
          spread(counted.stream().map(Round::wall).toList(), "%.0f"),
          spread(counted.stream().map(Round::ideal).toList(), "%.0f"),
          spread(counted.stream().map(Round::ratio).toList(), "%.3f"));
    }
  }

  private static Round round(Sandbox sandbox, Steward steward) throws Exception {
    long before = sandbox.journal(0).stream().mapToLong(l -> l.path("seq").asLong()).max().orElse(0);
    var request =
        HttpRequest.newBuilder(steward.uri("/v1/members?deadline=PT30S"))
            .header("Authorization", steward.bearer())
            .build();
    long began = System.nanoTime();
    byte[] body = Server.HTTP.send(request, BodyHandlers.ofByteArray()).body();
    double wall = (System.nanoTime() - began) / 1e6;
    List<JsonNode> calls =
        sandbox.journal(before).stream().filter(l -> l.path("path").asText().endsWith("/workspace-members")).toList();
    var arrivals = calls.stream().mapToDouble(l -> l.path("at_ms").asDouble()).summaryStatistics();
    double ideal = calls.stream().mapToDouble(l -> l.path("latency_ms").asDouble()).max().orElse(0);
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    int coverage = text.lastIndexOf("\"coverage\":");
    String summary = coverage < 0 ? text : text.substring(coverage, text.indexOf("\"failures\"", coverage));
    return new Round(wall, ideal, arrivals.getMax() - arrivals.getMin(), calls.size(), summary);
  }

  private static void print(String what, Round round) {
    System.out.printf(
        Locale.ROOT,
        "%-8s wall %.0f ms, ideal %.0f ms, ratio %.3f, %d calls sent within %.0f ms, %s%n",
        what, round.wall(), round.ideal(), round.ratio(), round.calls(), round.spread(), round.coverage());
  }

  /** {@code median [min–max]}. */
  private static String spread(List<Double> values, String format) {
    var sorted = values.stream().sorted().toList();
    String all = format + " [" + format + "–" + format + "]";
    return String.format(Locale.ROOT, all, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }
}
