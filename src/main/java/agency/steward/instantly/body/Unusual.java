package agency.steward.instantly.body;

/** What is not for a {@link Scanner}. Thrown for each such page: so it has no trace. */
final class Unusual extends RuntimeException {
  static final Unusual HERE = new Unusual();

  private static final long serialVersionUID = 1;

  private Unusual() {
    super(null, null, false, false);
  }
}
