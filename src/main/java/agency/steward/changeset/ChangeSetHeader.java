package agency.steward.changeset;

/** The header in which every write names its change set (contract 3). */
public final class ChangeSetHeader {
  public static final String NAME = "Steward-Change-Set";
  public static final String DESCRIPTION =
      "The change set of this write; GET /v1/change-sets/{id} shows it";

  private ChangeSetHeader() {}
}
