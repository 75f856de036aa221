package agency.steward.credential;

/**
 * Keys that Steward makes for others and puts where they fetch them. Steward writes each once, and
 * never reads, replaces or destroys one: whose key it is, theirs is the copy. Each operation throws
 * {@code CUSTODY_UNAVAILABLE} where the store cannot be reached or used.
 */
public interface Deliveries {

  /**
   * Puts a key there. Once it returns, the key is kept. After {@code CUSTODY_UNAVAILABLE} it may
   * have been: {@link #has} tells.
   */
  void deliver(KeyPlace place, ApiKey key);

  /** Whether something was put there, whatever has become of it. Asks the store itself. */
  boolean has(KeyPlace place);

  /** Where whoever the key is for finds it. Asks nobody. */
  String path(KeyPlace place);
}
