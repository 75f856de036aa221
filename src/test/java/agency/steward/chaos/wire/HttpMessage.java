package agency.steward.chaos.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One request or answer of HTTP/1.1, whole. */
record HttpMessage(byte[] head, byte[] body) {

  /** Empty where nothing more comes. */
  static Optional<HttpMessage> read(DataInputStream in, boolean bodiless) throws IOException {
    byte[] head = head(in);
    if (head.length == 0) {
      return Optional.empty();
    }
    var message = new HttpMessage(head, new byte[0]);
    if (bodiless || message.first().matches("HTTP/1.1 (204|304) .*")) {
      return Optional.of(message);
    }
    boolean chunked = message.header("transfer-encoding").filter("chunked"::equals).isPresent();
    byte[] body = chunked ? chunks(in) : exactly(in, message.length());
    return Optional.of(new HttpMessage(head, body));
  }

  private int length() {
    return header("content-length").map(Integer::parseInt).orElse(0);
  }

  private static byte[] head(DataInputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int newLines = 0;
    while (newLines < 2) {
      int next = in.read();
      if (next < 0 && head.size() == 0) {
        return new byte[0];
      }
      if (next < 0) {
        throw new EOFException();
      }
      head.write(next);
      newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
    }
    return head.toByteArray();
  }

  private static byte[] chunks(DataInputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    int size;
    do {
      String line = line(in);
      size = Integer.parseInt(line.strip(), 16);
      all.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
      all.writeBytes(exactly(in, size + 2));
    } while (size > 0);
    return all.toByteArray();
  }

  private static String line(DataInputStream in) throws IOException {
    var line = new StringBuilder();
    do {
      line.append((char) in.readByte());
    } while (line.charAt(line.length() - 1) != '\n');
    return line.toString();
  }

  private static byte[] exactly(DataInputStream in, int length) throws IOException {
    byte[] body = new byte[length];
    in.readFully(body);
    return body;
  }

  private String text() {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  String first() {
    return text().lines().findFirst().orElseThrow();
  }

  String method() {
    return first().split(" ")[0];
  }

  /** Without its query. */
  String path() {
    return first().split(" ")[1].split("\\?")[0];
  }

  int status() {
    return Integer.parseInt(first().split(" ")[1]);
  }

  Optional<String> header(String name) {
    return text()
        .lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
