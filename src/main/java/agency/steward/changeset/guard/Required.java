package agency.steward.changeset.guard;

/**
 * How many people have to approve a change set (contract 6); pure.
 *
 * @param rows that are going to be made
 * @param appointing whether somebody becomes admin or gets an overprivileged key
 * @param byAutomation whether a machine asks for it
 * @param risky whether it takes access from somebody
 */
public record Required(int rows, boolean appointing, boolean byAutomation, boolean risky) {

  public int approvals(GuardConfig.Approvals config) {
    boolean delicate = appointing || (byAutomation && risky);
    return rows <= config.freeRows() && !delicate ? 0 : config.required();
  }
}
