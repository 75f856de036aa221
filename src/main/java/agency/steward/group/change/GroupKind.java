package agency.steward.group.change;

import agency.steward.changeset.SurveyedKind;
import agency.steward.instantly.Listing;
import java.util.Optional;

/** What all changes of a group have in common: links, which stand in one list. */
interface GroupKind extends SurveyedKind {

  @Override
  default String area() {
    return GroupChanges.AREA;
  }

  @Override
  default Listing listing() {
    return Listing.GROUP_MEMBERS;
  }

  @Override
  default Optional<String> list() {
    return Optional.of(Survey.LIST);
  }

  /** Links are told apart by what the survey knows besides. */
  @Override
  default boolean isPaged() {
    return false;
  }
}
