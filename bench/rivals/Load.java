import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * So many clients, each with a connection of its own, taking turns with the calls of a file ({@code node.js} says what is
 * in it). {@code clients} with {@code requests} or {@code seconds}: each client asks again as soon as it has its answer, until
 * so many were sent or so long has passed. {@code perSecond} and {@code seconds}: requests come at this rate over connections
 * that are open already, whether answers come or not; one that finds every client waiting is counted as {@code unoffered}. It
 * reads every body and parses none.
 */
class Load {
  private static final Vertx VERTX = Vertx.vertx();

  public static void main(String[] args) throws Exception {
    Map<String, Work> prepared = new HashMap<>();
    var orders = new BufferedReader(new InputStreamReader(System.in));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String file = line.substring(line.indexOf(' ') + 1);
      if (line.startsWith("prepare ")) {
        Work before = prepared.put(file, new Work(new JsonObject(Files.readString(Path.of(file)))));
        if (before != null) {
          before.client.close(); // or its connections would be as many again
        }
        if (prepared.get(file).file.containsKey("perSecond")) {
          prepared.get(file).connect();
        }
        System.out.println("{\"prepared\":true}");
      } else {
        System.out.println(new Run(prepared.get(file)).go().encode());
      }
    }
    System.exit(0);
  }

  /** Calls that are ready to be sent. */
  private static final class Work {
    final HttpClient client;
    final List<RequestOptions> calls;
    final JsonObject file;

    Work(JsonObject file) {
      this.file = file;
      int loops = Runtime.getRuntime().availableProcessors();
      client =
          VERTX.createHttpClient(
              new HttpClientOptions().setKeepAliveTimeout(60),
              new PoolOptions().setHttp1MaxSize(file.getInteger("clients")).setEventLoopSize(loops));
      calls = file.getJsonArray("calls").stream().map(each -> call(file, (JsonArray) each)).toList();
    }

    /** Opens every client's connection, by a request for what is not there: that is no part of the load. */
    void connect() {
      RequestOptions nothing = new RequestOptions().setAbsoluteURI(file.getString("base") + "/nothing");
      var opened = Stream.generate(() -> client.request(nothing)).limit(file.getInteger("clients")).toList();
      await(Future.join(opened)); // none is used before all are there, or fewer would do
      await(Future.join(opened.stream().map(each -> each.result().send().compose(HttpClientResponse::body)).toList()));
    }

    private static void await(Future<?> all) {
      all.toCompletionStage().toCompletableFuture().join();
    }

    private static RequestOptions call(JsonObject file, JsonArray call) {
      return new RequestOptions()
          .setMethod(HttpMethod.GET)
          .setAbsoluteURI(file.getString("base") + call.getString(0))
          .setTimeout(file.getLong("timeoutMs", 60_000L))
          .putHeader("Authorization", "Bearer " + call.getString(1))
          .putHeader("User-Agent", "load");
    }
  }

  /** One order: what was asked and answered in it. */
  private static final class Run {
    private final Work work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final LongAdder unadvised = new LongAdder();
    private final AtomicInteger recorded = new AtomicInteger();
    private final long[] nanos;

    Run(Work work) {
      this.work = work;
      nanos = new long[work.file.getInteger("requests", 500_000)];
    }

    JsonObject go() throws InterruptedException {
      long began = System.nanoTime();
      long unoffered = work.file.containsKey("perSecond") ? open() : closed();
      double seconds = (System.nanoTime() - began) / 1e9;
      long[] took = Arrays.copyOf(nanos, Math.min(recorded.get(), nanos.length));
      Arrays.sort(took);
      var said = new JsonObject().put("seconds", seconds).put("unoffered", unoffered).put("unadvised", unadvised.sum());
      var counted = new JsonObject();
      outcomes.forEach((outcome, count) -> counted.put(outcome, count.sum()));
      return said.put("outcomes", counted).put("p50", at(took, 0.5)).put("p99", at(took, 0.99)).put("max", at(took, 1));
    }

    private long closed() throws InterruptedException {
      int clients = work.file.getInteger("clients");
      var busy = new CountDownLatch(clients);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(work.file.getInteger("seconds", 3_600));
      for (int i = 0; i < clients; i++) {
        again(work.file.getInteger("requests", Integer.MAX_VALUE), end, busy);
      }
      busy.await();
      return 0;
    }

    private void again(int requests, long end, CountDownLatch busy) {
      int mine = System.nanoTime() < end ? next.getAndIncrement() : requests;
      if (mine < requests) {
        send(mine, () -> again(requests, end, busy));
      } else {
        busy.countDown();
      }
    }

    private long open() throws InterruptedException {
      double perSecond = work.file.getInteger("perSecond");
      int clients = work.file.getInteger("clients");
      long unoffered = 0;
      long due = 0;
      long began = System.nanoTime();
      long end = began + TimeUnit.SECONDS.toNanos(work.file.getInteger("seconds"));
      for (long now = began; now < end; now = System.nanoTime()) {
        for (long until = (long) ((now - began) / 1e9 * perSecond); due < until; due++) {
          if (waiting.get() < clients) {
            waiting.incrementAndGet();
            send(next.getAndIncrement(), waiting::decrementAndGet);
          } else {
            unoffered++;
          }
        }
        Thread.sleep(1);
      }
      while (waiting.get() > 0) {
        Thread.sleep(5);
      }
      return unoffered;
    }

    private void send(int number, Runnable done) {
      long began = System.nanoTime();
      work.client
          .request(work.calls.get(number % work.calls.size()))
          .compose(request -> request.send())
          .compose(response -> response.body().map(body -> outcome(response)))
          .onComplete(
              answer -> {
                long took = System.nanoTime() - began;
                count(answer.succeeded() ? answer.result() : answer.cause().getClass().getSimpleName(), took);
                done.run();
              });
    }

    private String outcome(HttpClientResponse response) {
      int status = response.statusCode();
      if ((status == 429 || status == 503) && response.getHeader("Retry-After") == null) {
        unadvised.increment();
      }
      return String.valueOf(status);
    }

    /** Latencies are of good answers only. */
    private void count(String outcome, long took) {
      outcomes.computeIfAbsent(outcome, ignored -> new LongAdder()).increment();
      if (outcome.equals("200")) {
        int place = recorded.getAndIncrement();
        if (place < nanos.length) {
          nanos[place] = took;
        }
      }
    }

    /** In ms. */
    private static double at(long[] sorted, double share) {
      return sorted.length == 0 ? -1 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
  }
}
