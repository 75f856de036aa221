package agency.steward.instantly;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on bare sockets: says what no HTTP server would. */
public final class Liar implements AutoCloseable {

  /**
   * What has come.
   *
   * @param nth of its connection, from 1
   */
  public record Request(String head, int nth) {}

  /** What is done with a request that has come. */
  @FunctionalInterface
  public interface Lie {

    void to(Socket client, Request request) throws IOException;

    /** And then this, on the same connection, without another request. */
    default Lie then(Lie next) {
      return (client, request) -> {
        to(client, request);
        next.to(client, request);
      };
    }
  }

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Lie lie = (_, _) -> {};

  public Liar() {
    try {
      server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From the next request on. */
  public void says(Lie next) {
    lie = next;
  }

  /** Says something on each connection, whether anybody has asked or not. */
  public void pushes(String text) throws IOException {
    for (Socket client : open) {
      client.getOutputStream().write(text.getBytes(ISO_8859_1));
    }
  }

  /** Connections that are open now. */
  public int open() {
    return open.size();
  }

  /** Requests there have been. */
  public int requests() {
    return requests.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        open.add(client);
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      int nth = 0;
      for (String head = head(client); !head.isEmpty(); head = head(client)) {
        requests.incrementAndGet();
        lie.to(client, new Request(head, ++nth));
      }
    } catch (IOException gone) {
      // that is what it was told to do, or what its client has done
    } finally {
      open.remove(client);
    }
  }

  /** Of the next request, none of which has a body; empty where there is none any more. */
  private static String head(Socket client) throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = client.getInputStream().read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** These very bytes. */
  public static Lie raw(byte[] bytes) {
    return (client, _) -> client.getOutputStream().write(bytes);
  }

  /** One byte of each character. */
  public static Lie raw(String text) {
    return raw(text.getBytes(ISO_8859_1));
  }

  /** A well-formed answer. */
  public static Lie ok(String body) {
    return ok(body.getBytes(UTF_8));
  }

  public static Lie ok(byte[] body) {
    return answer("200 OK", "Content-Type: application/json\r\n", body);
  }

  /**
   * @param headers each with its end of line
   */
  public static Lie answer(String status, String headers, byte[] body) {
    return raw(
        together(
            ("HTTP/1.1 "
                    + status
                    + "\r\nContent-Length: "
                    + body.length
                    + "\r\n"
                    + headers
                    + "\r\n")
                .getBytes(ISO_8859_1),
            body));
  }

  /** The connection ends. */
  public static Lie hangUp() {
    return (client, _) -> client.close();
  }

  /** The connection ends so that nothing of it can be read any more. */
  public static Lie reset() {
    return (client, _) -> {
      client.setSoLinger(true, 0);
      client.close();
    };
  }

  static byte[] together(byte[]... pieces) {
    var all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket client : open) {
      client.close();
    }
  }
}
