package agency.steward.member.change;

import agency.steward.changeset.Present;
import agency.steward.changeset.SurveyedKind;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import java.util.Optional;

/** What all changes of members have in common: people, who stand in one list. */
interface MemberKind extends SurveyedKind {

  @Override
  default String area() {
    return People.AREA;
  }

  @Override
  default Listing listing() {
    return Listing.MEMBERS;
  }

  @Override
  default Optional<String> list() {
    return Optional.of(People.LIST);
  }

  @Override
  default Present survey(InstantlyWorkspace instantly) {
    return People.survey(instantly);
  }
}
