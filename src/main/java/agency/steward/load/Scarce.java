package agency.steward.load;

/** What a replica has only a limited amount of. */
public enum Scarce {
  REQUEST("requests"),
  FLEET_READ("fleet reads"),
  FOLLOWER("followers of change sets"),
  BODY("bytes of bodies"),
  HELD("bytes of rows that are held back");

  private final String plural;

  Scarce(String plural) {
    this.plural = plural;
  }

  String plural() {
    return plural;
  }
}
