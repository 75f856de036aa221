package agency.steward.sandbox.tagging;

import agency.steward.sandbox.call.Answer;
import agency.steward.sandbox.call.Call;
import agency.steward.sandbox.call.Paging;
import agency.steward.sandbox.call.Query;
import agency.steward.sandbox.call.Routes;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Account;
import agency.steward.sandbox.row.Mapping;
import agency.steward.sandbox.row.Tag;
import agency.steward.sandbox.world.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The list of {@code accounts}: no ids, a cursor of time and address, {@code tag_ids} for any and
 * {@code tag_ids_all} for all of some tags.
 */
public final class Accounts {
  private static final List<Integer> STATUSES = List.of(1, 2, 3, -1, -2, -3);
  private static final List<Integer> PROVIDERS = List.of(1, 2, 3, 4, 8, 11);
  private static final Comparator<Account> BY_TIME =
      Comparator.comparingLong(Account::createdAt).thenComparing(Account::email);
  private static final Map<String, Comparator<Account>> COLUMNS =
      Map.of(
          "timestamp_created",
          BY_TIME,
          "email",
          Comparator.comparing(Account::email),
          "stat_warmup_score",
          BY_TIME,
          "status",
          Comparator.comparingInt(Account::status).thenComparing(BY_TIME));

  private Accounts() {}

  public static void add(Routes routes) {
    routes.get("accounts", "accounts:read", Accounts::list);
  }

  private static Answer list(Call call) {
    TagIndex index = TagIndex.of(call.rows(Table.MAPPINGS).stream(), Mapping.ACCOUNT);
    boolean tagged = call.query().flag("include_tags").orElse(false);
    Optional<String> column =
        call.query().textOf("sort_by", COLUMNS.keySet().stream().sorted().toList());
    List<Account> accounts =
        call.rows(Table.ACCOUNTS).stream().filter(wanted(call, index)).sorted(BY_TIME).toList();
    return column.isPresent()
        ? Paging.slice(
            call,
            accounts.stream().sorted(order(call, column.get())).toList(),
            call.query().integer("skip").orElse(0),
            (out, account) -> write(call, out, account, tagged, index))
        : Paging.page(
            call,
            accounts,
            Paging.MOST,
            AccountCursor::of,
            AccountCursor::after,
            (out, account) -> write(call, out, account, tagged, index));
  }

  private static Comparator<Account> order(Call call, String column) {
    Comparator<Account> ascending = COLUMNS.getOrDefault(column, BY_TIME);
    boolean down =
        call.query().textOf("sort_order", List.of("asc", "desc")).orElse("asc").equals("desc");
    return down ? ascending.reversed() : ascending;
  }

  private static Predicate<Account> wanted(Call call, TagIndex index) {
    Query query = call.query();
    Optional<String> search = query.text("search");
    OptionalInt status = query.integerOf("status", STATUSES);
    OptionalInt provider = query.integerOf("provider_code", PROVIDERS);
    Optional<List<UUID>> any = query.ids("tag_ids");
    Optional<List<UUID>> all = query.ids("tag_ids_all");
    Predicate<Account> matching =
        account ->
            search.map(account::matches).orElse(true)
                && (status.isEmpty() || status.getAsInt() == account.status())
                && (provider.isEmpty() || provider.getAsInt() == account.provider())
                && any.map(tags -> index.any(account.email(), tags)).orElse(true)
                && all.map(tags -> index.all(account.email(), tags)).orElse(true);
    return matching.and(AccountFilter.named(query.textOf("filter", AccountFilter.NAMES)));
  }

  private static void write(
      Call call, JsonOut out, Account account, boolean tagged, TagIndex index) {
    account.begin(out, call.workspace());
    if (tagged) {
      out.array("tags");
      index.of(account.email()).stream()
          .sorted()
          .flatMap(id -> call.rows(Table.TAGS).find(id).stream())
          .forEach(tag -> write(out, tag));
      out.endArray();
    }
    out.endObject();
  }

  private static void write(JsonOut out, Tag tag) {
    out.object().id("id", tag.id()).text("label", tag.label());
    out.text("description", tag.description()).endObject();
  }
}
