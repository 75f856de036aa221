package agency.steward.instantly;

import agency.steward.instantly.wire.Target;
import java.util.Map;

/** The call that a list begins with, the same for each workspace of a read. */
public final class FirstPage {
  private final Call call;

  public FirstPage(Listing listing, Map<String, String> query) {
    this.call = Call.get(Target.of(listing.path(), Pages.first(listing, query)));
  }

  Call call() {
    return call;
  }
}
