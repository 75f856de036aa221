package agency.steward.changeset;

/** The socket of the engine: what a feature says about one kind of change. */
public interface ChangeKind {

  /** As it stands in {@code kind} of a change set. */
  String name();
}
