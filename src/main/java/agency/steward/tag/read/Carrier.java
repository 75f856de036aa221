package agency.steward.tag.read;

import agency.steward.instantly.Listing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can carry a tag. Instantly's prose and its enum contradict each other about the numbers; the
 * enum is right, and an {@code @} in the id of what is tagged proves an account (facts.md 4.3).
 */
public enum Carrier {
  /** Its id is its e-mail address, whatever the case. */
  ACCOUNT(
      1,
      Listing.ACCOUNTS,
      "An account is named by its e-mail address, such as ann@acme.example; Instantly has no other"
          + " id of it",
      "[!#$%&'*+/=?^_`{|}~.A-Za-z0-9-]{1,64}@[A-Za-z0-9.-]{1,190}"),
  CAMPAIGN(
      2,
      Listing.CAMPAIGNS,
      "A campaign is named by its id, a UUID such as f9cc070d-8dba-4341-b847-f083c358e460; GET"
          + " /v1/workspaces/{id}/campaigns lists them",
      "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private final int number;
  private final Listing listing;
  private final String needed;
  private final Pattern form;

  Carrier(int number, Listing listing, String needed, String form) {
    this.number = number;
    this.listing = listing;
    this.needed = needed;
    this.form = Pattern.compile(form);
  }

  /** By which two spellings of one id are the same. */
  public String key(String id) {
    return this == ACCOUNT ? id.toLowerCase(Locale.ROOT) : id;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As Instantly's calls have it. */
  public int number() {
    return number;
  }

  public Listing listing() {
    return listing;
  }

  /** Whether the id of one can look so. */
  public boolean canBe(String id) {
    return form.matcher(id).matches();
  }

  /** What is said of an id that cannot be one. */
  public String needed() {
    return needed;
  }

  public static Optional<Carrier> of(String wire) {
    return Arrays.stream(values()).filter(carrier -> carrier.wire().equals(wire)).findFirst();
  }

  /** Of a mapping; empty for a kind that is not known yet. */
  static Optional<Carrier> of(ObjectNode mapping) {
    if (mapping.path("resource_id").asText().contains("@")) {
      return Optional.of(ACCOUNT);
    }
    int type = mapping.path("resource_type").asInt();
    return type == ACCOUNT.number || type == CAMPAIGN.number
        ? Optional.of(CAMPAIGN)
        : Optional.empty();
  }
}
