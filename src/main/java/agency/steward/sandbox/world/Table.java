package agency.steward.sandbox.world;

import agency.steward.sandbox.row.Account;
import agency.steward.sandbox.row.AuditEntry;
import agency.steward.sandbox.row.Campaign;
import agency.steward.sandbox.row.Job;
import agency.steward.sandbox.row.Key;
import agency.steward.sandbox.row.Link;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.row.Member;
import agency.steward.sandbox.row.Row;
import agency.steward.sandbox.row.Space;
import agency.steward.sandbox.row.StoredRule;
import agency.steward.sandbox.row.Tag;
import agency.steward.sandbox.row.Webhook;
import java.util.ArrayList;
import java.util.List;

/** A kind of rows, and its name in the log. */
public final class Table<T extends Row> {
  private static final List<Table<?>> KNOWN = new ArrayList<>();

  /** One row: the workspace itself. */
  public static final Table<Space> SPACE = new Table<>("workspace", Space.class);

  public static final Table<Member> MEMBERS = new Table<>("members", Member.class);
  public static final Table<Key> KEYS = new Table<>("keys", Key.class);
  public static final Table<AuditEntry> AUDIT = new Table<>("audit", AuditEntry.class);

  public static final Table<Tag> TAGS = new Table<>("tags", Tag.class);
  public static final Table<Mapping> MAPPINGS = new Table<>("mappings", Mapping.class);
  public static final Table<Campaign> CAMPAIGNS = new Table<>("campaigns", Campaign.class);
  public static final Table<Account> ACCOUNTS = new Table<>("accounts", Account.class);
  public static final Table<Webhook> WEBHOOKS = new Table<>("webhooks", Webhook.class);
  public static final Table<Job> JOBS = new Table<>("jobs", Job.class);

  /** Of no workspace: links stand between two. */
  public static final Table<Link> LINKS = new Table<>("links", Link.class);

  /** Of no workspace either. */
  public static final Table<StoredRule> RULES = new Table<>("rules", StoredRule.class);

  static final List<Table<?>> ALL = List.copyOf(KNOWN);

  final String name;
  final Class<T> type;
  final int ordinal;

  private Table(String name, Class<T> type) {
    this.name = name;
    this.type = type;
    this.ordinal = KNOWN.size();
    KNOWN.add(this);
  }

  static Table<?> named(String name) {
    return ALL.stream()
        .filter(table -> table.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No table " + name));
  }

  @Override
  public String toString() {
    return name;
  }
}
