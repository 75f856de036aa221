import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * So many clients, each with a connection of its own that is open before the clock runs, taking turns with the calls of a
 * file ({@code node.js} says what is in it). {@code clients} with {@code requests} or {@code seconds}: each client asks again
 * as soon as it has its answer, until so many were sent or so long has passed. {@code perSecond} and {@code seconds}:
 * requests come at this rate, whether answers come or not; one that finds every client waiting is counted as
 * {@code unoffered}. It reads every answer and parses no body. All of it happens on one thread, as cheaply as it goes: what
 * the generator spends is missing to whom it asks.
 */
class Load {
  private static final int AT_ONCE = 256; // connections being opened: more than a server's backlog would be tried again a second later
  private static final EventLoop LOOP = new NioEventLoopGroup(1).next();
  private static final Map<String, Work> PREPARED = new HashMap<>();
  private static final Map<String, List<Client>> CLIENTS = new HashMap<>(); // of each server, shared by all that asks it

  public static void main(String[] args) throws Exception {
    var orders = new BufferedReader(new InputStreamReader(System.in));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String file = line.substring(line.indexOf(' ') + 1);
      if (line.startsWith("prepare ")) {
        var work = new Work(new JsonObject(Files.readString(Path.of(file))));
        PREPARED.put(file, work);
        work.connected();
        System.out.println("{\"prepared\":true}");
      } else {
        System.out.println(new Run(PREPARED.get(file)).go().encode());
      }
    }
    System.exit(0);
  }

  /** Calls that are ready to be sent. */
  private static final class Work {
    final int clients;
    final int requests;
    final int perSecond; // 0: clients ask again by themselves
    final long seconds;
    final long timeoutMs;
    final URI base;
    final ByteBuf[] calls;

    Work(JsonObject file) {
      clients = file.getInteger("clients");
      requests = file.getInteger("requests", Integer.MAX_VALUE);
      perSecond = file.getInteger("perSecond", 0);
      seconds = file.getLong("seconds", 3_600L);
      timeoutMs = file.getLong("timeoutMs", 60_000L);
      base = URI.create(file.getString("base"));
      calls = file.getJsonArray("calls").stream().map(each -> call((JsonArray) each)).toArray(ByteBuf[]::new);
    }

    private ByteBuf call(JsonArray call) {
      String head =
          "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nUser-Agent: load\r\n\r\n"
              .formatted(call.getString(0), base.getAuthority(), call.getString(1));
      byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
      return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }

    /** @return so many clients, each of them connected */
    List<Client> connected() throws Exception {
      List<Client> known = CLIENTS.computeIfAbsent(base.getAuthority(), ignored -> new ArrayList<>());
      while (known.size() < clients) {
        known.add(new Client(base));
      }
      List<Client> mine = List.copyOf(known.subList(0, clients));
      List<Client> away = mine.stream().filter(each -> !each.isOpen()).toList();
      for (int from = 0; from < away.size(); from += AT_ONCE) {
        List<ChannelFuture> opening = away.subList(from, Math.min(away.size(), from + AT_ONCE)).stream().map(Client::open).toList();
        for (ChannelFuture each : opening) {
          each.sync();
        }
      }
      return mine;
    }
  }

  /** One client with one connection. Used by the loop's thread alone once it is connected. */
  private static final class Client extends SimpleChannelInboundHandler<HttpObject> {
    private final URI base;
    private volatile Channel channel;
    private Run run;
    private long sent; // 0: it waits for nothing
    private int status;
    private String outcome; // unless its answer comes whole

    Client(URI base) {
      this.base = base;
    }

    boolean isOpen() {
      return channel != null && channel.isActive();
    }

    ChannelFuture open() {
      var pipeline =
          new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel opened) {
              opened.pipeline().addLast(new HttpResponseDecoder(), Client.this);
            }
          };
      ChannelFuture opening =
          new Bootstrap()
              .group(LOOP)
              .channel(NioSocketChannel.class)
              .option(ChannelOption.TCP_NODELAY, true)
              .handler(pipeline)
              .connect(base.getHost(), base.getPort());
      channel = opening.channel();
      return opening;
    }

    @Override
    public boolean isSharable() {
      return true; // it comes back with a new connection where one was lost
    }

    void ask(Run of, ByteBuf call) {
      run = of;
      outcome = "closed";
      sent = System.nanoTime();
      if (isOpen()) {
        send(call);
      } else {
        open().addListener(opening -> {
          if (opening.isSuccess()) {
            send(call);
          } else {
            answered();
          }
        });
      }
    }

    private void send(ByteBuf call) {
      channel.writeAndFlush(call.duplicate(), channel.voidPromise());
    }

    boolean waitsSinceBefore(long moment) {
      return sent != 0 && sent - moment < 0;
    }

    void giveUp(String why) {
      outcome = why;
      channel.close(); // its answer would be taken for the next one's
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject read) {
      if (read.decoderResult().isFailure()) {
        giveUp("garbage");
      } else if (read instanceof HttpResponse response) {
        status = run.status(response);
      }
      if (read instanceof LastHttpContent) {
        outcome = String.valueOf(status);
        answered();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (sent != 0) {
        answered();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }

    private void answered() {
      long began = sent;
      sent = 0;
      run.answered(this, outcome, System.nanoTime() - began);
    }
  }

  /** One order: what was asked and answered in it. Used by the loop's thread alone while it runs. */
  private static final class Run {
    private final Work work;
    private final List<Client> clients;
    private final ArrayDeque<Client> idle = new ArrayDeque<>();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private long[] nanos = new long[1024];
    private int good;
    private int next;
    private long unadvised;
    private long unoffered;
    private long due;
    private boolean ended;
    private long began;

    Run(Work work) throws Exception {
      this.work = work;
      clients = work.connected();
      idle.addAll(clients);
    }

    JsonObject go() throws Exception {
      began = System.nanoTime();
      Future<?> asking = LOOP.scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.MILLISECONDS);
      Future<?> looking = LOOP.scheduleAtFixedRate(this::giveUpWhatIsLate, 100, 100, TimeUnit.MILLISECONDS);
      over.get();
      double seconds = (System.nanoTime() - began) / 1e9;
      asking.cancel(false);
      looking.cancel(false);
      long[] took = Arrays.copyOf(nanos, good);
      Arrays.sort(took);
      var said = new JsonObject().put("seconds", seconds).put("unoffered", unoffered).put("unadvised", unadvised);
      said.put("outcomes", new JsonObject(new TreeMap<>(outcomes)));
      return said.put("p50", at(took, 0.5)).put("p99", at(took, 0.99)).put("max", at(took, 1));
    }

    private void tick() {
      long passed = System.nanoTime() - began;
      ended = ended || passed >= TimeUnit.SECONDS.toNanos(work.seconds) || next >= work.requests;
      if (ended) {
        if (idle.size() == clients.size()) {
          over.complete(null);
        }
      } else if (work.perSecond > 0) {
        for (long until = (long) (passed / 1e9 * work.perSecond); due < until; due++) {
          if (idle.isEmpty()) {
            unoffered++;
          } else {
            askNext();
          }
        }
      } else {
        while (!idle.isEmpty() && next < work.requests) {
          askNext();
        }
      }
    }

    private void askNext() {
      idle.poll().ask(this, work.calls[next++ % work.calls.length]);
    }

    private void giveUpWhatIsLate() {
      long moment = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(work.timeoutMs);
      clients.stream().filter(each -> each.waitsSinceBefore(moment)).forEach(each -> each.giveUp("late"));
    }

    int status(HttpResponse response) {
      int status = response.status().code();
      if ((status == 429 || status == 503) && !response.headers().contains("Retry-After")) {
        unadvised++;
      }
      return status;
    }

    /** Latencies are of good answers only. */
    void answered(Client client, String outcome, long took) {
      outcomes.merge(outcome, 1L, Long::sum);
      if (outcome.equals("200")) {
        nanos = good < nanos.length ? nanos : Arrays.copyOf(nanos, 2 * good);
        nanos[good++] = took;
      }
      idle.add(client);
      if (work.perSecond == 0 && !ended && next < work.requests) {
        askNext();
      }
    }

    /** In ms. */
    private static double at(long[] sorted, double share) {
      return sorted.length == 0 ? -1 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
  }
}
