package agency.steward.sandbox.tagging;

import agency.steward.sandbox.row.Account;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The words by which accounts are filtered. The sandbox has no done-for-you accounts. */
enum AccountFilter {
  ACC_FILTER_PAUSED(account -> account.status() == 2),
  ACC_FILTER_ERROR(account -> account.status() < 0),
  ACC_FILTER_NO_CTD(account -> true),
  ACC_FILTER_PW_ACCOUNTS(account -> false),
  ACC_FILTER_DFY(account -> false),
  ACC_FILTER_DFY_SETUP_PENDING(account -> false),
  ACC_FILTER_W_ACTIVE(account -> account.warmup() == 1),
  ACC_FILTER_W_PAUSED(account -> account.warmup() == 0),
  ACC_FILTER_W_ERROR(account -> account.warmup() < 0);

  static final List<String> NAMES = Arrays.stream(values()).map(AccountFilter::name).toList();

  private final Predicate<Account> predicate;

  AccountFilter(Predicate<Account> predicate) {
    this.predicate = predicate;
  }

  static Predicate<Account> named(Optional<String> name) {
    return name.map(word -> valueOf(word).predicate).orElse(account -> true);
  }
}
