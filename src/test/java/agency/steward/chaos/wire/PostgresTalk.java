package agency.steward.chaos.wire;

import agency.steward.testing.Conversation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * PostgreSQL's protocol 3, without TLS: knows which statement is being executed and how many rows
 * it changed, and so what a COMMIT makes true.
 */
final class PostgresTalk implements Conversation {
  private static final String SYNC = "-- sync";
  private static final String COMMIT = "COMMIT";

  private final Trap.Life life;
  private final Map<String, String> statements = new ConcurrentHashMap<>();
  private final Map<String, String> portals = new ConcurrentHashMap<>();
  private final Queue<String> executing = new ConcurrentLinkedQueue<>();
  private final Set<Step> done = ConcurrentHashMap.newKeySet();

  PostgresTalk(Trap.Life life) {
    this.life = life;
  }

  /** Until nothing more comes. */
  private interface Listener {
    void hear(int type, byte[] body) throws IOException;
  }

  @Override
  public void asking(DataInputStream steward, OutputStream other) throws IOException {
    var out = new DataOutputStream(other);
    int length = steward.readInt();
    out.writeInt(length);
    out.write(steward.readNBytes(length - Integer.BYTES));
    out.flush();
    handOn(steward, out, this::asked);
  }

  @Override
  public void answering(DataInputStream other, OutputStream steward) throws IOException {
    handOn(other, new DataOutputStream(steward), this::answered);
  }

  private static void handOn(DataInputStream in, DataOutputStream out, Listener listener)
      throws IOException {
    for (int type = in.read(); type >= 0; type = in.read()) {
      int length = in.readInt();
      byte[] body = in.readNBytes(length - Integer.BYTES);
      if (body.length < length - Integer.BYTES) {
        throw new EOFException();
      }
      listener.hear(type, body);
      out.writeByte(type);
      out.writeInt(length);
      out.write(body);
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private void asked(int type, byte[] body) throws IOException {
    switch (type) {
      case 'P' -> statements.put(text(body, 0), text(body, after(body, 0)));
      case 'B' ->
          portals.put(text(body, 0), statements.getOrDefault(text(body, after(body, 0)), ""));
      case 'E' -> execute(portals.getOrDefault(text(body, 0), ""));
      case 'Q' -> {
        execute(text(body, 0));
        executing.add(SYNC);
      }
      case 'S' -> executing.add(SYNC);
      default -> {}
    }
  }

  private void execute(String sql) throws IOException {
    life.reached(
        sql.equals(COMMIT) ? new Moment(Set.copyOf(done), Side.BEFORE) : Moment.plain(Side.BEFORE));
    executing.add(sql);
  }

  private void answered(int type, byte[] body) throws IOException {
    switch (type) {
      case 'C' -> completed(executing.poll(), text(body, 0));
      case 'I', 's' -> executing.poll();
      case 'Z' -> ready(body[0]);
      default -> {}
    }
  }

  private void completed(String sql, String tag) throws IOException {
    if (COMMIT.equals(sql)) {
      var steps = Set.copyOf(done);
      done.clear();
      life.reached(tag.equals(COMMIT) ? new Moment(steps, Side.AFTER) : Moment.plain(Side.AFTER));
      return;
    }
    if (sql != null && !tag.endsWith(" 0")) {
      Step.of(sql).ifPresent(done::add);
    }
    life.reached(Moment.plain(Side.AFTER));
  }

  /** What has failed is not executed, nor what was asked for with it. */
  private void ready(byte status) {
    String next = executing.poll();
    while (next != null && !next.equals(SYNC)) {
      next = executing.poll();
    }
    if (status == 'I') {
      done.clear();
    }
  }

  private static String text(byte[] body, int from) {
    return new String(body, from, after(body, from) - 1 - from, StandardCharsets.UTF_8);
  }

  private static int after(byte[] body, int from) {
    int end = from;
    while (body[end] != 0) {
      end++;
    }
    return end + 1;
  }
}
