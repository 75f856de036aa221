package agency.steward.member.bulk;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Present;
import agency.steward.changeset.Wish;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.member.change.People;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What all kinds about members have in common: a row is about one person, told apart by e-mail. */
interface PeopleKind extends BulkKind {

  @Override
  default String key(ObjectNode row) {
    return Asking.key(row);
  }

  @Override
  default Present look(InstantlyWorkspace instantly, List<Wish> wishes) {
    return People.survey(instantly);
  }
}
