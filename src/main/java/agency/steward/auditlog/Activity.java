package agency.steward.auditlog;

import agency.steward.web.ParameterText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Instantly's numbered activities (facts.md 4.5). The vendor adds some now and then: a number that
 * is not in here is called {@code activity_41}.
 */
enum Activity {
  USER_LOGIN(1),
  LEAD_DELETION(2),
  CAMPAIGN_DELETION(3),
  CAMPAIGN_LAUNCH(4),
  CAMPAIGN_PAUSE(5),
  ACCOUNT_ADDITION(6),
  ACCOUNT_DELETION(7),
  LEAD_MOVED(8),
  LEAD_ADDED(9),
  LEAD_MERGED(10),
  CAMPAIGN_UPDATE(11),
  SUBSEQUENCE_UPDATE(12),
  WEBHOOK_CREATED(18),
  WEBHOOK_UPDATED(19),
  WEBHOOK_MARKED_AS_ERROR(20),
  WEBHOOK_RESUMED(21),
  TOTP_ENROLLMENT_STARTED(22),
  TOTP_ENABLED(23),
  TOTP_REPLACEMENT_STARTED(24),
  TOTP_REPLACED(25),
  TOTP_DISABLED(26),
  MFA_RECOVERY_CODES_GENERATED(27),
  MFA_RECOVERY_CODE_USED(28),
  MFA_LOGIN_CHALLENGE_FAILED(29),
  MFA_LOGIN_CHALLENGE_FAILED_TOO_MANY_TIMES(30),
  MFA_LOGIN_SUCCEEDED(31),
  SUBSCRIBER_IMPORT_STARTED(32),
  SUBSCRIBER_IMPORT_CANCELLED(33),
  LEAD_EXPORTED(34),
  SUPERSEARCH_ENRICHMENT_CREATED(35),
  ACCOUNT_UPDATE(36),
  API_KEY_CREATED(37),
  API_KEY_DELETED(38),
  DOMAIN_FORWARDING_UPDATED(40);

  private static final Map<Integer, Activity> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(each -> each.number, Function.identity()));
  private static final Pattern NUMBER = Pattern.compile("(?:activity_)?(\\d{1,9})");

  private final int number;

  Activity(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static String name(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number))
        .map(Activity::wire)
        .orElse("activity_" + number);
  }

  /**
   * The number that a parameter means: itself, {@code activity_41}, or a name as it stands here or
   * in Instantly's app ({@code API key created}). Throws {@code INVALID_PARAMETER} listing the
   * names.
   */
  static int numberOf(String parameter, String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    Matcher number = NUMBER.matcher(folded);
    if (number.matches()) {
      return Integer.parseInt(number.group(1));
    }
    return Arrays.stream(values())
        .filter(each -> each.wire().equals(folded))
        .findFirst()
        .map(Activity::number)
        .orElseThrow(() ->
            ParameterText.invalid(
                parameter, parameter + " is one of Instantly's numbers, or one of: " + names()));
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values()).map(Activity::wire).collect(Collectors.joining(", "));
  }
}
