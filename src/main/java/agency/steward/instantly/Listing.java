package agency.steward.instantly;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.regex.Pattern;

/**
 * A list endpoint of Instantly and the largest page it gives (facts.md 3: above its maximum it
 * answers an empty list, silently).
 *
 * @param path below {@code /api/v2}
 * @param idField what identifies a row
 */
public record Listing(String path, int maxLimit, String idField) {
  public static final Listing MEMBERS = new Listing("/workspace-members", 100);
  public static final Listing GROUP_MEMBERS = new Listing("/workspace-group-members", 100);
  public static final Listing TAGS = new Listing("/custom-tags", 100);
  public static final Listing TAG_MAPPINGS = new Listing("/custom-tag-mappings", 100);

  /** Rows come without their {@code key}; see {@link InstantlyWorkspace#createKey}. */
  public static final Listing API_KEYS = new Listing("/api-keys", 100);

  public static final Listing AUDIT_LOGS = new Listing("/audit-logs", 1000);

  /** An account has no id but its e-mail address (facts.md 1.1). */
  public static final Listing ACCOUNTS = new Listing("/accounts", 100, "email");

  public static final Listing CAMPAIGNS = new Listing("/campaigns", 100);

  /** Rows come with fingerprints in place of the values of {@code headers}. */
  public static final Listing WEBHOOKS = new Listing("/webhooks", 100);

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@.+:-]{1,320}");
  private static final Pattern ONLY_DOTS = Pattern.compile("\\.+");

  public Listing(String path, int maxLimit) {
    this(path, maxLimit, "id");
  }

  /**
   * The path of one object of the list. Throws {@code NOT_FOUND_IN_WORKSPACE} for what can be no id
   * of Instantly's, so that nothing a caller sends ever becomes another path.
   */
  public String one(String id) {
    if (!isId(id)) {
      throw Problem.of(
              ProblemCode.NOT_FOUND_IN_WORKSPACE,
              "There is no object with this id in the workspace")
          .thrown();
    }
    return path + "/" + id;
  }

  /** Whether this can be an id of Instantly's at all. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches() && !ONLY_DOTS.matcher(id).matches();
  }
}
