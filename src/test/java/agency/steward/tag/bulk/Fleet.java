package agency.steward.tag.bulk;

import agency.steward.member.bulk.Asked;
import agency.steward.tag.Shop;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks for change sets of tags. */
record Fleet(String who, String... groups) {

  Response ask(String kind, String spec, Shop... shops) {
    String ids =
        Stream.of(shops)
            .map(shop -> "\"" + shop.workspace().id() + "\"")
            .collect(Collectors.joining(","));
    return Asked.json(
        Asked.as(who, groups),
        "{\"kind\":\"%s\",\"targets\":{\"workspace_ids\":[%s]},\"spec\":%s}"
            .formatted(kind, ids, spec));
  }

  Asked planned(String kind, String spec, Shop... shops) {
    return planned(ask(kind, spec, shops));
  }

  Asked planned(Response answer) {
    return Asked.planned(who, answer, groups);
  }

  /**
   * @param lines without their workspace, which comes first
   */
  Response csv(Shop shop, String kind, String columns, String... lines) {
    return Asked.csv(
        Asked.as(who, groups),
        kind,
        Stream.concat(
                Stream.of("workspace," + columns),
                Stream.of(lines).map(line -> shop.workspace().id() + "," + line))
            .toArray(String[]::new));
  }

  /** As CSV has it; {@code who} on Spring's senders' tag is {@code VIP,account,who,true}. */
  Asked pairs(Shop shop, String... lines) {
    return planned(csv(shop, "tag_assign", "label,resource_type,resource,assign", lines));
  }
}
