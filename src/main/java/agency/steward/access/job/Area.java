package agency.steward.access.job;

import static agency.steward.access.job.Verb.CREATE;
import static agency.steward.access.job.Verb.DELETE;
import static agency.steward.access.job.Verb.EDIT;
import static agency.steward.access.job.Verb.IMPORT;
import static agency.steward.access.job.Verb.LAUNCH;
import static agency.steward.access.job.Verb.VIEW;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column of the profile table (contract 5), with the verbs that mean something in it. The first
 * four say what a member or key of the profile gets in Instantly; the others Steward enforces.
 */
public enum Area {
  CAMPAIGNS(VIEW, CREATE, EDIT, DELETE, LAUNCH),
  LEADS(VIEW, CREATE, EDIT, DELETE, IMPORT),
  ACCOUNTS(VIEW, CREATE, EDIT, DELETE),
  WEBHOOKS(VIEW, CREATE, EDIT, DELETE),
  API_KEYS(VIEW, CREATE, DELETE),
  MEMBERS(VIEW, CREATE, EDIT, DELETE),
  TAGS(VIEW, CREATE, EDIT, DELETE),
  GROUP(VIEW, CREATE, DELETE),
  PLAN(VIEW),
  DETAILS(VIEW, EDIT),
  AUDIT_LOGS(VIEW);

  private final Set<Verb> verbs;

  Area(Verb... verbs) {
    this.verbs = Set.of(verbs);
  }

  /** Reads what {@link #wire()} gives. */
  public static Optional<Area> of(String wire) {
    return Arrays.stream(values()).filter(area -> area.wire().equals(wire)).findFirst();
  }

  /** Every verb that means something here. */
  public Set<Verb> full() {
    return verbs;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
