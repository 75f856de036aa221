package agency.steward.tag.change;

import agency.steward.changeset.Present;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.guard.Guard;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.tag.read.Tag;
import java.util.List;

/** A change of a tag itself, and not of what carries it: no guard applies. */
interface TagKind extends SurveyedKind {

  @Override
  default String area() {
    return Tag.AREA;
  }

  @Override
  default List<Guard> guards() {
    return List.of();
  }

  @Override
  default Listing listing() {
    return Listing.TAGS;
  }

  @Override
  default Present survey(InstantlyWorkspace instantly) {
    return Labels.of(instantly);
  }
}
