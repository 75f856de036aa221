package agency.steward.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A port of loopback, and what is said there handed on to another one. */
public final class Relay implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ServerSocket door;
  private final int target;
  private final Supplier<Conversation> conversations;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean away;

  private Relay(ServerSocket door, int target, Supplier<Conversation> conversations) {
    this.door = door;
    this.target = target;
    this.conversations = conversations;
  }

  public static Relay to(int target, Supplier<Conversation> conversations) {
    try {
      var door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
      var relay = new Relay(door, target, conversations);
      Thread.ofPlatform().daemon(true).name("relay").start(relay::listen);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Ends what is open and lets nobody in. */
  public void goAway() {
    away = true;
    hangUp();
  }

  public void comeBack() {
    away = false;
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket steward = door.accept();
        if (away) {
          steward.close();
        } else {
          Thread.ofVirtual().start(() -> connect(steward));
        }
      } catch (IOException closed) {
        // the loop ends by itself where this was the door
      }
    }
  }

  private void connect(Socket steward) {
    try (steward;
        var other = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(steward);
      steward.setTcpNoDelay(true);
      other.setTcpNoDelay(true);
      Conversation talk = conversations.get();
      Thread back = Thread.ofVirtual().start(() -> answer(talk, other, steward));
      talk.asking(in(steward), out(other));
      other.shutdownOutput();
      back.join();
    } catch (IOException over) {
      // one of them has hung up, or was cut off
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(steward);
    }
  }

  private static void answer(Conversation talk, Socket other, Socket steward) {
    try (steward;
        other) {
      talk.answering(in(other), out(steward));
    } catch (IOException over) {
      // closing both is all there is to do
    }
  }

  private static DataInputStream in(Socket socket) throws IOException {
    return new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
  }

  private static OutputStream out(Socket socket) throws IOException {
    return new BufferedOutputStream(socket.getOutputStream(), BUFFER);
  }

  private void hangUp() {
    open.forEach(socket -> {
      try {
        socket.close();
      } catch (IOException closed) {
        // so it is
      }
    });
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hangUp();
  }
}
