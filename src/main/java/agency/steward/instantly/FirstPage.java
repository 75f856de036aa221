package agency.steward.instantly;

import agency.steward.instantly.wire.Target;
import java.util.Map;

/** The call that a list begins with. */
public record FirstPage(Listing listing, Map<String, String> query) {

  Call call() {
    return Call.get(Target.of(listing.path(), Pages.first(listing, query)));
  }
}
