package agency.steward.sandbox;

import java.net.BindException;

/** Somebody else listens on the port that the sandbox was to take. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortInUseException(int port, Throwable cause) {
    super("Port " + port + " is in use; stop who uses it or set SANDBOX_PORT to another", cause);
  }

  static RuntimeException orSame(RuntimeException failed, int port) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new PortInUseException(port, failed);
      }
    }
    return failed;
  }
}
