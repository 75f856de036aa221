package agency.steward.profile.grant;

import agency.steward.access.grant.Narrowing;
import agency.steward.text.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/** To which tags a grant may be narrowed: labels as a workspace could have them. */
final class TagTerms {
  private static final int MOST = 50;
  private static final int LONGEST = 200;

  /** With 250 workspaces and the longest principal, an entry of the ledger still holds them. */
  private static final int MOST_TEXT = 1_000;

  private TagTerms() {}

  /** The whole workspace where no tags were sent, or where they are at fault. */
  static Narrowing read(GrantBody body, Faults faults) {
    return body.tags()
        .filter(tags -> areAcceptable(tags, faults))
        .<Narrowing>map(tags ->
            new Narrowing.Tagged(tags.stream().map(String::strip).collect(Collectors.toSet())))
        .orElseGet(Narrowing.Everything::new);
  }

  private static boolean areAcceptable(List<String> tags, Faults faults) {
    if (tags.isEmpty() || tags.size() > MOST) {
      faults.add("/tags", "tags has 1 to %d labels; leave it out for the whole".formatted(MOST));
      return false;
    }
    boolean fine = true;
    for (int i = 0; i < tags.size(); i++) {
      if (!isLabel(tags.get(i))) {
        faults.add(
            "/tags/" + i, "A label has 1 to %d characters that can be seen".formatted(LONGEST));
        fine = false;
      }
    }
    if (fine && tags.stream().mapToInt(String::length).sum() > MOST_TEXT) {
      faults.add("/tags", "The labels have at most %,d characters together".formatted(MOST_TEXT));
      return false;
    }
    return fine;
  }

  private static boolean isLabel(String label) {
    return !label.isBlank() && label.strip().length() <= LONGEST && PlainText.is(label);
  }
}
