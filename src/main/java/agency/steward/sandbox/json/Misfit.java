package agency.steward.sandbox.json;

/** A value that has not the shape it must have; the message is Ajv's, as Fastify sends it. */
public final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String why;

  public Misfit(String message) {
    super(message, null, false, false);
    why = message;
  }

  public String why() {
    return why;
  }
}
