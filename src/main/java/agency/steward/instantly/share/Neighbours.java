package agency.steward.instantly.share;

/** What can be said of other processes of the same machine. */
interface Neighbours {

  /** How this process is known to them; empty where nothing can be told. */
  String self();

  /** Whether it is certain that this process has ended; false for whatever is not known. */
  boolean hasEnded(String process);
}
