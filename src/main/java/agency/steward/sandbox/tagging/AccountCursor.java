package agency.steward.sandbox.tagging;

import agency.steward.sandbox.call.Query;
import agency.steward.sandbox.call.Stamp;
import agency.steward.sandbox.row.Account;
import java.util.function.Predicate;

/**
 * {@code timestamp_created&email}: a client that does not encode it loses half of it. A bare time
 * is still understood, and passes over accounts of the same millisecond (facts.md 3).
 */
final class AccountCursor {
  private AccountCursor() {}

  static String of(Account account) {
    return Stamp.of(account.createdAt()) + "&" + account.email();
  }

  static Predicate<Account> after(String cursor) {
    int and = cursor.indexOf('&');
    long time = time(and < 0 ? cursor : cursor.substring(0, and));
    if (and < 0) {
      return account -> account.createdAt() > time;
    }
    String email = cursor.substring(and + 1);
    return account ->
        account.createdAt() > time
            || (account.createdAt() == time && account.email().compareTo(email) > 0);
  }

  private static long time(String text) {
    return Stamp.read(text).orElseThrow(Query::wrongCursor);
  }
}
