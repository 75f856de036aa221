package agency.steward.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import agency.steward.instantly.Liar;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.Map;

/**
 * In place of Instantly a server that answers each call with what its key says: bytes, and whether
 * the connection ends then. Its port is a system property, as other class loaders look for it.
 */
public final class LiarResource implements QuarkusTestResourceLifecycleManager {
  private static final String PORT = "steward.testing.liar.port";
  private static final String STAYS = "stays.";
  private static final String ENDS = "ends..";

  private final Liar liar = new Liar();

  /** The key of a workspace that answers so, whatever it is asked. */
  public static String stays(String bytes) {
    return STAYS + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes(UTF_8));
  }

  /** The same, and then the connection ends. */
  public static String ends(String bytes) {
    return ENDS + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes(UTF_8));
  }

  /** How many connections there are now, beside the one that this takes. */
  public static int open() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT))) {
      socket.getOutputStream().write("OPEN\r\n\r\n".getBytes(UTF_8));
      return Integer.parseInt(new String(socket.getInputStream().readAllBytes(), UTF_8)) - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    System.setProperty(PORT, String.valueOf(liar.port()));
    liar.says((socket, request) -> {
      if (request.head().startsWith("OPEN")) {
        Liar.raw(String.valueOf(liar.open())).then(Liar.hangUp()).to(socket, request);
      } else {
        answer(socket, request);
      }
    });
    return Map.of("steward.instantly.base-url", "http://127.0.0.1:" + liar.port());
  }

  private static void answer(Socket socket, Liar.Request request) throws IOException {
    String key = request.head().replaceFirst("(?is).*\r\nauthorization: Bearer (\\S+).*", "$1");
    Liar.raw(Base64.getUrlDecoder().decode(key.substring(STAYS.length()))).to(socket, request);
    if (key.startsWith(ENDS)) {
      socket.close();
    }
  }

  @Override
  public void stop() {
    System.clearProperty(PORT);
    try {
      liar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
