package agency.steward.member;

import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.member.change.Member;
import agency.steward.web.Page;
import agency.steward.web.PageParameters;
import agency.steward.web.PageRequest;
import agency.steward.web.PageTokens;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Reads the members of one workspace. */
@ApplicationScoped
class MemberList {
  private final Instantly instantly;
  private final PageTokens pages;
  private final MembersConfig config;

  MemberList(Instantly instantly, PageTokens pages, MembersConfig config) {
    this.instantly = instantly;
    this.pages = pages;
    this.config = config;
  }

  /** Pages lie over the complete list, in the order of the ids, which does not move under them. */
  Page<ObjectNode> page(Workspace workspace, MemberFilter filter, PageParameters parameters) {
    PageRequest asked = pages.asked(parameters);
    String after = asked.after().orElse("");
    List<ObjectNode> rest =
        filter.in(instantly.in(workspace, deadline())).stream()
            .filter(member -> id(member).compareTo(after) > 0)
            .sorted(Comparator.comparing(MemberList::id))
            .limit(asked.size() + 1L)
            .toList();
    return pages.page(asked, rest, MemberList::id).map(member -> Outward.object(workspace, member));
  }

  ObjectNode one(Workspace workspace, String id) {
    return Outward.object(workspace, instantly.in(workspace, deadline()).get(Member.path(id)));
  }

  private Deadline deadline() {
    return Deadline.in(config.readWithin());
  }

  private static String id(ObjectNode member) {
    return member.path("id").asText();
  }
}
