package agency.steward.sandbox.call;

/** What one operation does. */
@FunctionalInterface
public interface Handler {
  Answer handle(Call call);
}
